import { messages } from '@knotenpunkt/actors/domain';
import { messages as themes } from '@knotenpunkt/themes/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('actors', messages);
registerMessages('themes', themes);
