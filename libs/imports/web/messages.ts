import { catalogue as actors } from '@knotenpunkt/actors/domain';
import { catalogue } from '@knotenpunkt/imports/domain';
import { catalogue as themes } from '@knotenpunkt/themes/domain';
import { catalogue as initiatives } from '@knotenpunkt/initiatives/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('actors', actors);
registerMessages('imports', catalogue);
registerMessages('initiatives', initiatives);
registerMessages('themes', themes);
