import { registerMessages } from '@knotenpunkt/webkit/i18n';
import de from '../domain/messages.de.json' with { type: 'json' };
import en from '../domain/messages.en.json' with { type: 'json' };

registerMessages('identity', { de, en });
