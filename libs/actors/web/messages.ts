import { catalogue } from '@knotenpunkt/actors/domain';
import { catalogue as themes } from '@knotenpunkt/themes/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('actors', catalogue);
registerMessages('themes', themes);
