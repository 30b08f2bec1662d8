import { catalogue } from '@knotenpunkt/moderation/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('moderation', catalogue);
