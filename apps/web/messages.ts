import { registerMessages } from '@knotenpunkt/webkit/i18n';
import de from './messages.de.json' with { type: 'json' };

registerMessages('app', { de, en: async () => (await import('./messages.en.json', { with: { type: 'json' } })).default });
