import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** What is said about the installation itself. */
export const messages = { de, en };
