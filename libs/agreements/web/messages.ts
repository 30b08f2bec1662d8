import { catalogue } from '@knotenpunkt/agreements/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('agreements', catalogue);
