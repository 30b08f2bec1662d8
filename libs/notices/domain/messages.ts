import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** What is said in mails, and on the page their links lead to. */
export const messages = { de, en };
