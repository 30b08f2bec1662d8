import { catalogue } from '@knotenpunkt/matching/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('matching', catalogue);
