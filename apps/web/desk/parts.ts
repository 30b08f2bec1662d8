import { OutsideOnDesk } from '@knotenpunkt/agreements/web';
import { AllianceAnswersWaiting, AlliancesOnDesk } from '@knotenpunkt/alliances/web';
import { ChallengesToPublish } from '@knotenpunkt/challenges/web';
import { IntroductionsOnDesk } from '@knotenpunkt/coordination/web';
import { MandateRequests } from '@knotenpunkt/identity/web';
import type { PagePart } from '../room';

/** What stands on the desk before the requests for a contact, in the order it is read. Rooms add theirs here. */
export const deskParts: PagePart[] = [
  AllianceAnswersWaiting,
  MandateRequests,
  ChallengesToPublish,
  AlliancesOnDesk,
  OutsideOnDesk,
  IntroductionsOnDesk,
];
