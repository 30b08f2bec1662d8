import { catalogue } from '@knotenpunkt/initiatives/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('initiatives', catalogue);
