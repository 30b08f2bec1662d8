import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** What is said about questions that alliances are formed for. */
export const messages = { de, en };
