import { PrivacyProcessings } from '@knotenpunkt/identity/web';
import type { PagePart } from '../room';

/** What stands on the privacy page below the operator's text: the record of what is kept, made from the classification of columns. */
export const privacyParts: PagePart[] = [PrivacyProcessings];
