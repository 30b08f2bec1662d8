import { catalogue } from '@knotenpunkt/operations/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('operations', catalogue);
