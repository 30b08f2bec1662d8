import { emptyBenches, employeesSideOf, fillBenches, type Alliance, type Milestone } from '@knotenpunkt/alliances/domain';
import { daysBetween, type Id } from '@knotenpunkt/kernel';
import { messages as themes } from '@knotenpunkt/themes/domain';
import type { ReportCell, ReportSection } from './report-content';
import { sectionOf, type Telling } from './report-section';
import { linked, plain } from './report-words';

function titleOf({ title, slug }: Alliance): ReportCell {
  return linked(title, `/allianzen/${slug}`);
}

function nameOf({ facts, words }: Telling, actorId: Id): string {
  return facts.names.get(actorId) ?? words.own.unknownActor;
}

function membersOf(alliance: Alliance): Alliance['members'] {
  return alliance.members.filter(({ state }) => state === 'MEMBER');
}

/** Whether the members worked together before; what nobody entered is not known, and not said to be new. */
function acquaintanceOf({ facts, words }: Telling, { id }: Alliance): string {
  const { own } = words;
  const found = facts.acquaintances.get(id);
  if (!found || found.acquainted === 0) return own.acquaintance.none;
  return words.fill(found.acquainted === found.pairs ? own.acquaintance.all : own.acquaintance.some, found);
}

/** Who speaks for the employees, or why nobody does. */
function employeesOf(telling: Telling, alliance: Alliance): string {
  const { members, employeesNote } = alliance;
  const { words } = telling;
  const { asked, because, notAsked } = words.own.employees;
  const side = employeesSideOf(alliance);
  if (side === 'ASKED') return asked;
  if (side === 'NOT_ASKED') return employeesNote ? words.fill(because, { reason: employeesNote }) : notAsked;
  const speaking = members.filter(({ bench, state }) => bench === 'UNION' && state === 'MEMBER');
  return words.list(speaking.map(({ actorId }) => nameOf(telling, actorId)));
}

/** Formed within the period. */
export function formedSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns } = words.own;
  return sectionOf(telling, 'formed', {
    figures: ['formed', 'formedStrangers', 'formedAcquainted'],
    list: 'formed',
    rows: facts.formed,
    columns: [columns.alliance, columns.formedOn, columns.members, columns.employees, columns.before],
    cells: (alliance) => {
      const members = membersOf(alliance);
      return [
        titleOf(alliance),
        plain(alliance.formedOn ? words.day(alliance.formedOn) : ''),
        plain(words.list(members.map(({ actorId }) => nameOf(telling, actorId)))),
        plain(employeesOf(telling, alliance)),
        plain(acquaintanceOf(telling, alliance)),
      ];
    },
  });
}

function nextOf({ facts, words }: Telling, milestones: readonly Milestone[]): string {
  const { milestone } = words.own;
  const next = milestones.find(({ reachedOn }) => reachedOn === null);
  if (!next) return milestones.length > 0 ? milestone.allReached : milestone.none;
  const days = daysBetween(next.dueOn, facts.today);
  const values = { text: next.text, date: words.day(next.dueOn) };
  return days > 0
    ? words.fill(milestone.overdue, { ...values, since: words.counted(words.own.days, days) })
    : words.fill(milestone.due, values);
}

function reachedOf({ words }: Telling, { milestones }: Alliance): string {
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).length;
  return words.fill(words.own.milestone.reached, { reached, all: milestones.length });
}

/** At work today. */
export function workingSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns } = words.own;
  return sectionOf(telling, 'working', {
    figures: ['working', 'preparing'],
    list: 'working',
    rows: facts.working,
    columns: [columns.alliance, columns.formedOn, columns.milestonesReached, columns.milestoneNext],
    cells: (alliance) => [
      titleOf(alliance),
      plain(alliance.formedOn ? words.day(alliance.formedOn) : ''),
      plain(reachedOf(telling, alliance)),
      plain(nextOf(telling, alliance.milestones)),
    ],
  });
}

/** Concluded within the period, with what came of it in its members' words. */
export function concludedSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns } = words.own;
  return sectionOf(telling, 'concluded', {
    figures: ['concluded', 'calledOff'],
    list: 'concluded',
    rows: facts.concluded,
    columns: [columns.alliance, columns.concludedOn, columns.milestonesReached, columns.effect],
    cells: (alliance) => [
      titleOf(alliance),
      plain(alliance.concludedOn ? words.day(alliance.concludedOn) : ''),
      plain(reachedOf(telling, alliance)),
      plain(alliance.effect || words.own.unknown),
    ],
  });
}

/** At work although somebody is missing. Those in preparation are not public: only their number is told. */
export function benchesSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns } = words.own;
  return sectionOf(telling, 'benches', {
    figures: ['benchesMissing', 'benchesMissingPreparing'],
    list: 'benchesMissing',
    rows: facts.benchesMissing,
    columns: [columns.alliance, columns.missing, columns.question],
    cells: (alliance) => {
      const question = facts.questions.get(alliance.challengeId);
      const gaps = emptyBenches(fillBenches(question?.benches ?? [], alliance.members));
      const told = gaps.map(({ kind, minimum, filled }) =>
        words.fill(words.own.gap, { bench: themes[words.language].benches[kind], filled, minimum }),
      );
      return [
        titleOf(alliance),
        plain(words.list(told)),
        question ? linked(question.question, `/herausforderungen/${question.slug}`) : plain(words.own.unknown),
      ];
    },
  });
}

/** Asked, and no alliance has been formed for it. */
export function unansweredSection(telling: Telling): ReportSection {
  const { facts, words } = telling;
  const { columns } = words.own;
  return sectionOf(telling, 'unanswered', {
    figures: ['unanswered'],
    list: 'unanswered',
    rows: facts.unanswered,
    columns: [columns.question, columns.askedBy, columns.wanted, columns.neededUntil],
    cells: ({ question, slug, askedById, benches, untilOn }) => [
      linked(question, `/herausforderungen/${slug}`),
      plain(askedById === null ? words.own.editorial : nameOf(telling, askedById)),
      plain(words.list(benches.map(({ kind }) => themes[words.language].benches[kind])) || words.own.unknown),
      plain(untilOn === null ? words.own.unknown : words.day(untilOn)),
    ],
  });
}
