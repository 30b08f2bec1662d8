import { catalogue } from '@knotenpunkt/coordination/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('coordination', catalogue);
