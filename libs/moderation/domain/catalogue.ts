import de from './messages.de.json' with { type: 'json' };

/** What a page says: German at once, English once it is chosen. In a file of its own, so that `messages.ts` brings no English along. */
export const catalogue = { de, en: async () => (await import('./messages.en.json', { with: { type: 'json' } })).default };
