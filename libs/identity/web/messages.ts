import { catalogue } from '@knotenpunkt/identity/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('identity', catalogue);
