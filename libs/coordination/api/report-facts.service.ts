import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import { AllianceReadingService } from '@knotenpunkt/alliances/api';
import type { Alliance } from '@knotenpunkt/alliances/domain';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import {
  REPORT_ROWS,
  reportLists,
  type INTRODUCTION_LISTS,
  type ReportFacts,
  type ReportListName,
  type ReportLists,
} from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { InitiativeService } from '@knotenpunkt/initiatives/api';
import type { DayPeriod } from '@knotenpunkt/kernel';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ReportRepository } from './report.repository';

const PAGE = { first: REPORT_ROWS, after: null };

type Moment = Pick<ReportFacts, 'at' | 'today' | 'region'>;

/** A report is handed on: what is hidden is not told, although its reader may see it. */
const told = <Filter>(filter: Filter) => ({ ...filter, withoutHidden: true });

/**
 * Asks the rooms for what a report tells, as its reader sees it. A list and its count are asked for by the filter of the page that
 * shows the list. One question after the other: a report takes one connection, not thirty.
 */
@Injectable()
export class ReportFactsService {
  constructor(
    private readonly alliances: AllianceReadingService,
    private readonly challenges: ChallengeService,
    private readonly commitments: CommitmentService,
    private readonly initiatives: InitiativeService,
    private readonly reports: ReportRepository,
    private readonly feed: ChangeFeed,
  ) {}

  async of(viewer: Viewer, region: Region, period: DayPeriod, moment: Moment): Promise<ReportFacts> {
    const lists = reportLists(period);
    const { version } = this.feed;
    const counts = await this.counts(viewer, region, lists);
    const rows = {
      formed: (await this.alliances.page(viewer, region, told(lists.formed.filter), PAGE)).rows,
      working: (await this.alliances.page(viewer, region, told(lists.working.filter), PAGE)).rows,
      concluded: (await this.alliances.page(viewer, region, told(lists.concluded.filter), PAGE)).rows,
      benchesMissing: (await this.alliances.page(viewer, region, told(lists.benchesMissing.filter), PAGE)).rows,
      unanswered: (await this.challenges.page(viewer, region, told(lists.unanswered.filter), PAGE)).rows,
      overdue: (await this.commitments.page(region, lists.overdue.filter, PAGE)).rows,
      kept: (await this.commitments.page(region, lists.kept.filter, PAGE)).rows,
      withdrawn: (await this.commitments.page(region, lists.withdrawn.filter, PAGE)).rows,
      begun: (await this.initiatives.page(viewer, region, told(lists.begun.filter), PAGE)).rows,
      ended: (await this.initiatives.page(viewer, region, told(lists.ended.filter), PAGE)).rows,
    };
    const alliances: Alliance[] = [rows.formed, rows.working, rows.concluded, rows.benchesMissing].flat();
    const acquaintances = await this.alliances.acquaintances(rows.formed.map(({ id }) => id));
    return {
      ...moment,
      period,
      timeZone: region.timeZone,
      version,
      counts,
      ...rows,
      names: await this.reports.names([
        ...alliances.flatMap(({ members }) => members.map(({ actorId }) => actorId)),
        ...rows.unanswered.flatMap(({ askedById }) => askedById ?? []),
        ...[rows.overdue, rows.kept, rows.withdrawn].flat().map(({ actorId }) => actorId),
        ...[rows.begun, rows.ended].flat().map(({ leadId }) => leadId),
      ]),
      questions: await this.reports.questions(alliances.map(({ challengeId }) => challengeId)),
      acquaintances: new Map(acquaintances.map(({ allianceId, ...found }) => [allianceId, found])),
      origins: await this.initiatives.origins(rows.begun.map(({ id }) => id)),
    };
  }

  private async counts(viewer: Viewer, region: Region, lists: ReportLists): Promise<ReportFacts['counts']> {
    const alliances = (
      name:
        | 'formed'
        | 'formedAcquainted'
        | 'formedStrangers'
        | 'working'
        | 'concluded'
        | 'calledOff'
        | 'preparing'
        | 'benchesMissing'
        | 'benchesMissingPreparing',
    ) => this.alliances.count(viewer, region, told(lists[name].filter));
    const commitments = async (name: 'overdue' | 'promised' | 'kept' | 'withdrawn') =>
      (await this.commitments.counts(region, lists[name].filter)).reduce((sum, { count }) => sum + Number(count), 0);
    const initiatives = (name: 'begun' | 'begunHere' | 'begunBefore' | 'begunUnknown' | 'ended') =>
      this.initiatives.count(viewer, region, told(lists[name].filter));
    const introductions = (name: (typeof INTRODUCTION_LISTS)[number]) => this.reports.introductions(region, lists[name].filter);
    const ask: { [List in ReportListName]: () => Promise<number> } = {
      formed: () => alliances('formed'),
      formedAcquainted: () => alliances('formedAcquainted'),
      formedStrangers: () => alliances('formedStrangers'),
      working: () => alliances('working'),
      concluded: () => alliances('concluded'),
      calledOff: () => alliances('calledOff'),
      preparing: () => alliances('preparing'),
      benchesMissing: () => alliances('benchesMissing'),
      benchesMissingPreparing: () => alliances('benchesMissingPreparing'),
      unanswered: () => this.challenges.count(viewer, region, told(lists.unanswered.filter)),
      overdue: () => commitments('overdue'),
      promised: () => commitments('promised'),
      kept: () => commitments('kept'),
      withdrawn: () => commitments('withdrawn'),
      begun: () => initiatives('begun'),
      begunHere: () => initiatives('begunHere'),
      begunBefore: () => initiatives('begunBefore'),
      begunUnknown: () => initiatives('begunUnknown'),
      ended: () => initiatives('ended'),
      introductionsAsked: () => introductions('introductionsAsked'),
      introductionsAgreed: () => introductions('introductionsAgreed'),
      introductionsMet: () => introductions('introductionsMet'),
      introductionsBecame: () => introductions('introductionsBecame'),
      introductionsNothing: () => introductions('introductionsNothing'),
      introductionsDeclined: () => introductions('introductionsDeclined'),
      introductionsUnanswered: () => introductions('introductionsUnanswered'),
      contacts: () => this.reports.contacts(region, lists.contacts.filter),
    };
    const counts = {} as ReportFacts['counts'];
    for (const [list, count] of Object.entries(ask)) counts[list as ReportListName] = await count();
    return counts;
  }
}
