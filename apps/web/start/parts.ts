import { NewFinds } from '@knotenpunkt/actors/web';
import { CommitmentsToday, OutsideWaiting } from '@knotenpunkt/agreements/web';
import { AllianceAnswersWaiting } from '@knotenpunkt/alliances/web';
import { ChallengesWithoutAlliance } from '@knotenpunkt/challenges/web';
import { IntroductionsWaiting } from '@knotenpunkt/coordination/web';
import { InitiativesAwaiting } from '@knotenpunkt/initiatives/web';
import { NetworkPreview } from '@knotenpunkt/network/web';
import { SinceLastVisit } from '@knotenpunkt/notices/web';
import type { PagePart } from '../room';
import { LatestActs } from './LatestActs';
import { StartLine } from './StartLine';

/** The parts of the first page, in the order they are read. Rooms add theirs here; a part renders its own section. */
export const startParts: {
  /** Directly below the title: the line to write in. */
  line: PagePart | null;
  /** What waits for the signed-in reader; nothing for visitors. */
  waiting: PagePart[];
  /** Beside each other below the line: promises, questions without an alliance. */
  left: PagePart[];
  /** The column to the right: the network, the latest acts. On the phone they come last. */
  right: PagePart[];
} = {
  line: StartLine,
  waiting: [InitiativesAwaiting, AllianceAnswersWaiting, IntroductionsWaiting, OutsideWaiting, NewFinds, SinceLastVisit],
  left: [CommitmentsToday, ChallengesWithoutAlliance],
  right: [NetworkPreview, LatestActs],
};
