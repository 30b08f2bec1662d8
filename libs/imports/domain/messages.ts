import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** What is said in this room, in both languages. */
export const messages = { de, en };
