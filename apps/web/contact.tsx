import { ContactButton } from '@knotenpunkt/coordination/web';
import type { ContactPart } from '@knotenpunkt/matching/web';

/** "Kontakt anbahnen" beside whoever fits; the message is what was written in the line. */
export const contact: ContactPart = (about) => <ContactButton {...about} small />;
