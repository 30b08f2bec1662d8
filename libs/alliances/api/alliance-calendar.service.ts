import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import { isFormed, messages } from '@knotenpunkt/alliances/domain';
import { fill, idFrom, type LocalDate } from '@knotenpunkt/kernel';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { contributionWords } from '@knotenpunkt/themes/domain';
import ical from 'ical-generator';
import { AllianceRepository } from './alliance.repository';
import { StatementRepository } from './statements/statement.repository';

/** So many Zusagen of one alliance stand in its calendar, the most urgent first. */
const ZUSAGEN = 100;

/** What a calendar cannot hold (RFC 5545, section 3.1). */
const NOT_IN_CALENDARS = /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}]/gu;

interface Entry {
  id: string;
  on: LocalDate;
  text: string;
}

/** The days of an alliance as a calendar (iCalendar, RFC 5545) that calendars subscribe to. */
@Injectable()
export class AllianceCalendarService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly commitments: CommitmentService,
    private readonly statements: StatementRepository,
    private readonly mail: Mail,
  ) {}

  /** Days of the next meetings, milestones not reached yet and Zusagen that are open; null where there is no such alliance that everybody sees. */
  async calendar(region: Region, slug: string): Promise<string | null> {
    const alliance = await this.alliances.bySlug(region.id, slug);
    if (!alliance || !isFormed(alliance) || alliance.hidden) return null;
    const filter = { purposeId: alliance.id, standings: ['OVERDUE' as const, 'OPEN' as const] };
    const { rows: promised } = await this.commitments.page(region, filter, { first: ZUSAGEN });
    const actorIds = promised.map(({ actorId }) => actorId);
    const seats = await this.alliances.seatsOf(region.id, actorIds);
    const words = messages[region.language].calendar;
    const meetings = await this.statements.nextMeetings(alliance.id, this.commitments.today(region));
    const entries: Entry[] = [
      ...meetings.map((on) => ({ id: idFrom('meeting', alliance.id, on), on, text: fill(words.meeting, { title: alliance.title }) })),
      ...alliance.milestones
        .filter(({ reachedOn }) => reachedOn === null)
        .map(({ id, text, dueOn: on }) => ({ id, on, text: fill(words.milestone, { text }) })),
      ...promised.flatMap(({ id, text, fromOn, dueOn, actorId, ...terms }): Entry[] => {
        const kind = contributionWords(terms, region.language);
        const values = { text: kind ? `${text} – ${kind}` : text, actor: seats.get(actorId)?.name ?? '' };
        const due = { id, on: dueOn, text: fill(words.commitment, values) };
        const begins = fromOn !== null && fromOn < dueOn;
        return begins ? [{ id: `${id}-from`, on: fromOn, text: fill(words.begins, values) }, due] : [due];
      }),
    ];
    const url = this.mail.linkTo(region.slug, `/allianzen/${alliance.slug}`);
    const calendar = ical({ name: alliance.title.replace(NOT_IN_CALENDARS, ''), url });
    for (const { id, on, text } of entries) {
      const summary = text.replace(NOT_IN_CALENDARS, '');
      calendar.createEvent({ id, start: new Date(`${on}T00:00:00Z`), allDay: true, summary, url });
    }
    return calendar.toString();
  }
}
