import de from './messages.de.json' with { type: 'json' };
import en from './messages.en.json' with { type: 'json' };

/** Names of kinds, benches and kinds of themes. */
export const messages = { de, en };
