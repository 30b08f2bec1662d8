import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** Introductions in which OWN is one of the three, made before the walk by `prepare-introductions.ts`. */
export const introductions = {
  /** OWN has not answered. */
  waiting: idFrom('walk', 'introduction-waiting'),
  /** OWN asks. */
  asking: idFrom('walk', 'introduction-asking'),
  /** All three have agreed. */
  agreed: idFrom('walk', 'introduction-agreed'),
  /** OWN has declined, and keeps why to itself. */
  declined: idFrom('walk', 'introduction-declined'),
};

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const about = (id: Id, more: object = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });
const text = { purpose: 'Sprechen', reason: 'Passt.' };

/** Arguments of what can be done with introductions. */
export function introductionArguments(own: Id, other: Id, today: string): Record<string, () => Record<string, unknown>> {
  return {
    introduction: () => ({ id: introductions.waiting }),
    introductionWays: () => ({ firstId: own, secondId: other }),
    // Nobody can introduce somebody to itself: who may ask is told so.
    askForIntroduction: () => ({
      input: { id: newId(), askedById: own, firstId: own, goBetweenId: other, secondId: other, ...text },
    }),
    answerIntroduction: () => ({ input: { id: introductions.waiting, actorId: own, textVersion: 1, answer: 'LATER' } }),
    reviseIntroduction: () => about(introductions.asking, text),
    withdrawIntroduction: () => about(introductions.asking),
    reportMeeting: () => about(introductions.agreed, { metOn: today }),
    concludeIntroduction: () => about(introductions.agreed, { outcome: 'NOTHING', note: 'Keine Zeit.' }),
  };
}

const look = (id: Id, field: string, found: (introduction: never) => unknown): CloserLook => ({
  ask: `{ introduction(id: "${id}") { ${field} } }`,
  found: ({ introduction }: { introduction: never | null }) => (introduction === null ? null : found(introduction)),
});

/** Fields of an introduction that answer to who asks. */
export const INTRODUCTION_LOOKS: Record<string, CloserLook> = {
  'Introduction.answerableFor': look(introductions.waiting, 'answerableFor', (one: { answerableFor: string[] }) => one.answerableFor),
  'Introduction.availableActions': look(
    introductions.waiting,
    'availableActions',
    (one: { availableActions: string[] }) => one.availableActions,
  ),
  'Introduction.awaits': look(introductions.waiting, 'awaits', (one: { awaits: string | null }) => one.awaits),
  'Introduction.contacts': look(introductions.agreed, 'contacts { email }', (one: { contacts: unknown[] }) => one.contacts),
  // Why OWN declined only its own people read.
  'Introduction.sides': look(introductions.declined, 'sides { note }', (one: { sides: { note: string }[] }) =>
    one.sides.filter(({ note }) => note !== ''),
  ),
};
