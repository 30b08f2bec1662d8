import { daysOverdue, type Commitment, type Purpose } from '@knotenpunkt/agreements/domain';
import type { Initiative } from '@knotenpunkt/initiatives/domain';
import { messages as initiatives } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { ReportCell, ReportSection } from './report-content';
import { contributionWords } from '@knotenpunkt/themes/domain';
import { sectionOf, type Telling } from './report-section';
import { linked, plain } from './report-words';

function nameOf({ facts, words }: Telling, actorId: Id): ReportCell {
  return plain(facts.names.get(actorId) ?? words.own.unknownActor);
}

function purposeOf({ type, title, slug }: Purpose): ReportCell {
  return linked(title, `/${type === 'ALLIANCE' ? 'allianzen' : 'vorhaben'}/${slug}`);
}

/** Who promised what for what: the cells every table of Zusagen begins with. */
function promiseOf(telling: Telling, { actorId, text, purpose, ...terms }: Commitment): ReportCell[] {
  const kind = contributionWords(terms, telling.words.language);
  return [plain(kind ? `${text} (${kind})` : text), nameOf(telling, actorId), purposeOf(purpose)];
}

/** Open although their day has passed. */
export function overdueSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns, days, noNote } = words.own;
  return sectionOf(telling, 'overdue', {
    figures: ['overdue'],
    list: 'overdue',
    rows: facts.overdue,
    columns: [columns.commitment, columns.who, columns.purpose, columns.dueOn, columns.since, columns.note],
    cells: (commitment) => [
      ...promiseOf(telling, commitment),
      plain(words.day(commitment.dueOn)),
      plain(words.counted(days, daysOverdue(commitment, facts.today))),
      plain(commitment.note || noNote),
    ],
  });
}

/** Kept within the period, and what shows it. */
export function keptSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns, unknown } = words.own;
  return sectionOf(telling, 'kept', {
    figures: ['promised', 'kept'],
    list: 'kept',
    rows: facts.kept,
    columns: [columns.commitment, columns.who, columns.purpose, columns.keptOn, columns.evidence],
    cells: (commitment) => [
      ...promiseOf(telling, commitment),
      plain(commitment.decidedOn ? words.day(commitment.decidedOn) : unknown),
      plain(commitment.evidence || unknown),
    ],
  });
}

/** Withdrawn within the period, and why. */
export function withdrawnSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns, unknown } = words.own;
  return sectionOf(telling, 'withdrawn', {
    figures: ['withdrawn'],
    list: 'withdrawn',
    rows: facts.withdrawn,
    columns: [columns.commitment, columns.who, columns.purpose, columns.withdrawnOn, columns.reason],
    cells: (commitment) => [
      ...promiseOf(telling, commitment),
      plain(commitment.decidedOn ? words.day(commitment.decidedOn) : unknown),
      plain(commitment.note || unknown),
    ],
  });
}

function titleOf({ title, slug }: Initiative): ReportCell {
  return linked(title, `/vorhaben/${slug}`);
}

/** A lead of whom only others say that it leads is marked as such. */
function leadOf(telling: Telling, { leadId, leadCertainty }: Initiative): ReportCell {
  const { text } = nameOf(telling, leadId);
  return plain(leadCertainty === 'CONFIRMED' ? text : telling.words.fill(telling.words.own.unconfirmed, { name: text }));
}

/** Begun within the period, with how it came about. */
export function begunSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns, unknown } = words.own;
  const { origins } = initiatives[words.language];
  return sectionOf(telling, 'begun', {
    figures: ['begun', 'begunHere', 'begunBefore', 'begunUnknown'],
    list: 'begun',
    rows: facts.begun,
    columns: [columns.initiative, columns.lead, columns.begunOn, columns.origin],
    cells: (initiative) => [
      titleOf(initiative),
      leadOf(telling, initiative),
      plain(initiative.startOn ? words.day(initiative.startOn, initiative.startPrecision) : unknown),
      plain(origins[facts.origins.get(initiative.id) ?? 'UNKNOWN']),
    ],
  });
}

/** What it came to, or why it was given up, in the lead's words. */
function outcomeOf({ words }: Telling, { state, endReason, results }: Initiative): string {
  if (state === 'ABANDONED') return words.fill(words.own.outcome.abandoned, { reason: endReason || words.own.unknown });
  const [last] = results;
  return last ? words.fill(words.own.outcome.finished, { result: last.text }) : words.own.outcome.finishedOnly;
}

/** Finished or abandoned within the period. */
export function endedSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns, unknown } = words.own;
  return sectionOf(telling, 'ended', {
    figures: ['ended'],
    list: 'ended',
    rows: facts.ended,
    columns: [columns.initiative, columns.lead, columns.endedOn, columns.outcome],
    cells: (initiative) => [
      titleOf(initiative),
      leadOf(telling, initiative),
      plain(initiative.endedOn ? words.day(initiative.endedOn) : unknown),
      plain(outcomeOf(telling, initiative)),
    ],
  });
}
