import { catalogue } from '@knotenpunkt/challenges/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('challenges', catalogue);
