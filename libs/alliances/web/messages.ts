import { catalogue } from '@knotenpunkt/alliances/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('alliances', catalogue);
