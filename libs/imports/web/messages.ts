import { messages } from '@knotenpunkt/imports/domain';
import { messages as themes } from '@knotenpunkt/themes/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('imports', messages);
registerMessages('themes', themes);
