import { catalogue } from '@knotenpunkt/network/domain';
import { registerMessages } from '@knotenpunkt/webkit/i18n';

registerMessages('network', catalogue);
