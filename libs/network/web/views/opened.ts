/** The word in the address for the kept view one looks at. */
export const OPENED = 'sicht';
