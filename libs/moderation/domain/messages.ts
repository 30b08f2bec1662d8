import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** What is said about reports, decisions and the pages an operator owes. */
export const messages = { de, en };
