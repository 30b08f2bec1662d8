import { IntroduceButton } from '@knotenpunkt/coordination/web';
import type { IntroducePart } from '@knotenpunkt/network/web';

/** "Vorstellen lassen" where one stands between two. */
export const introduce: IntroducePart = (about) => <IntroduceButton {...about} />;
