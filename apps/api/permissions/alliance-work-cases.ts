import { idFrom, newId, systemClock, type Id } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** What the alliance that is formed has written down, made before the walk by `prepare-alliance-work.ts`. */
export const work = {
  alliance: idFrom('walk', 'formed'),
  slug: 'walk-gebildet',
  /** Another one is to join; OWN proposes it. */
  admission: idFrom('walk', 'admission'),
  newcomer: idFrom('harkenrode', 'actor', 'a014'),
  /** Written by OWN for members; the other has not said anything. */
  statement: idFrom('walk', 'statement'),
  task: idFrom('walk', 'task'),
  document: idFrom('walk', 'document'),
};

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const of = (id: Id, more: object = {}) => ({ input: { id, allianceId: work.alliance, ...more } });
const about = (id: Id, more: object = {}) => of(id, { expectedVersion: NO_VERSION, ...more });

const newcomer = { commitment: 'Fährt mit.', dueOn: '2099-01-01', reason: 'Es fehlt jemand.', deadlineOn: '2098-01-01' };
export const proposal = (own: Id) => of(work.admission, { ...newcomer, actorId: work.newcomer, proposedById: own });
export const statement = (own: Id, id: Id) =>
  of(id, { enteredById: own, kind: 'DECISION', text: 'Gefahren wird werktags.', on: '2026-01-01', audience: 'MEMBERS' });
export const task = (own: Id, id: Id) => of(id, { enteredById: own, text: 'Fahrplan schreiben', dueOn: '2099-01-01' });
export const documentOf = (own: Id, id: Id) =>
  of(id, {
    ...{ enteredById: own, title: 'Fahrplan', kind: 'PLAN', on: '2026-01-01', audience: 'MEMBERS' },
    url: 'https://fahrplan.example/plan',
  });

/** Arguments of what is done in an alliance that works. */
export function allianceWorkArguments(own: Id): Record<string, () => Record<string, unknown>> {
  return {
    allianceWork: () => ({ slug: work.slug }),
    // One is asked about already: who may propose another is told so.
    proposeAllianceAdmission: () => ({ input: { ...proposal(own).input, id: newId() } }),
    reviseAllianceAdmission: () => about(work.admission, newcomer),
    withdrawAllianceAdmission: () => about(work.admission),
    answerAllianceAdmission: () => of(work.admission, { actorId: own, roundVersion: 1, answer: 'YES_BUT', change: 'Erst im Mai.' }),
    confirmAllianceAdmission: () => of(work.admission, { actorId: own }),
    // What it promised is still open: who may leave is told so.
    leaveAlliance: () => ({
      input: {
        ...{
          id: work.alliance,
          expectedVersion: NO_VERSION,
          actorId: own,
          departureId: newId(),
          leavesOn: systemClock.today('Europe/Berlin'),
        },
        ...{ reason: 'Ende.', kept: [], givenBack: [] },
      },
    }),
    stayInAlliance: () => ({ input: { id: work.alliance, expectedVersion: NO_VERSION, actorId: own } }),
    enterAllianceStatement: () => statement(own, newId()),
    answerAllianceStatement: () => about(work.statement, { actorId: own, stand: 'AGREED' }),
    withdrawAllianceStatement: () => about(work.statement),
    offerAllianceTask: () => task(own, newId()),
    takeAllianceTask: () => about(work.task, { actorId: own, dueOn: '2099-01-01' }),
    dropAllianceTask: () => about(work.task),
    addAllianceDocument: () => documentOf(own, newId()),
    removeAllianceDocument: () => about(work.document, { reason: 'Veraltet.' }),
  };
}

/** What is for members in there. */
export const ALLIANCE_WORK_LOOKS: Record<string, CloserLook> = {
  'Query.allianceWork': {
    ask: `{ allianceWork(slug: "${work.slug}") { admission { id } statements { id } tasks { id } documents { id } } }`,
    found: ({ allianceWork }: { allianceWork: Record<string, unknown> | null }) => {
      const lists = [allianceWork?.['statements'], allianceWork?.['tasks'], allianceWork?.['documents']] as (unknown[] | undefined)[];
      const read = lists.filter((list) => (list ?? []).length > 0).length + (allianceWork?.['admission'] ? 1 : 0);
      // All of it, or nothing.
      return read === 4 ? allianceWork : read === 0 ? null : `only ${String(read)} of 4`;
    },
  },
};
