/** Beyond every line there is. */
export const LAST_LINE = 2_147_483_647;
