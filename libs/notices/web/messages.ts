import { catalogue } from '@knotenpunkt/notices/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('notices', catalogue);
