import { AgedLink, CompetenceWordsLink } from '@knotenpunkt/actors/web';
import { OutsideOnDesk } from '@knotenpunkt/agreements/web';
import { AllianceAnswersWaiting, AlliancesOnDesk, QuestionsOnDesk } from '@knotenpunkt/alliances/web';
import { ChallengesToPublish } from '@knotenpunkt/challenges/web';
import {
  EmptyChairsOnDesk,
  IntroductionsOnDesk,
  ListLink,
  RectificationsOnDesk,
  ReportLink,
  StallsOnDesk,
} from '@knotenpunkt/coordination/web';
import { DuplicatesLink, ImportLink, SuccessionsLink } from '@knotenpunkt/imports/web';
import { RegistrationsLink } from '@knotenpunkt/actors/web';
import { MandateRequests, TrailLink } from '@knotenpunkt/identity/web';
import { LearnedLink } from '@knotenpunkt/matching/web';
import { ReportsOnDesk } from '@knotenpunkt/moderation/web';
import type { PagePart } from '../room';

/** What stands on the desk in the order it is read. Rooms add theirs here. */
export const deskParts: {
  /** Ways at the head, before "Faden anlegen": as words. */
  actions: PagePart[];
  /** Below the threads, before the requests for a contact: what waits for an answer of the reader. */
  waiting: PagePart[];
  /** After these requests: what goes on between others. */
  underWay: PagePart[];
  /** Beside the threads, on the quiet ground: what stalls, where something is missing. On the phone below everything. */
  beside: PagePart[];
} = {
  actions: [
    RegistrationsLink,
    ListLink,
    ImportLink,
    DuplicatesLink,
    SuccessionsLink,
    AgedLink,
    CompetenceWordsLink,
    LearnedLink,
    ReportLink,
    TrailLink,
  ],
  waiting: [AllianceAnswersWaiting, MandateRequests, RectificationsOnDesk, ReportsOnDesk, ChallengesToPublish],
  underWay: [AlliancesOnDesk, IntroductionsOnDesk],
  beside: [StallsOnDesk, EmptyChairsOnDesk, QuestionsOnDesk, OutsideOnDesk],
};
