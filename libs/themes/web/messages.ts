import { catalogue } from '@knotenpunkt/themes/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('themes', catalogue);
