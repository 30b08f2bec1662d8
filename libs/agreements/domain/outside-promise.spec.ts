import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, type LocalDate, type Result } from '@knotenpunkt/kernel';
import {
  closeOutside,
  confirmOutside,
  enterOutside,
  objectToOutside,
  outsideActions,
  outsideFor,
  remindOfOutside,
  withdrawOutside,
  type OutsideCode,
  type OutsidePromise,
  type OutsideWish,
} from './outside-promise';
import { outsideWords } from './outside-words';

const today = '2026-11-25';
const coordinator: Viewer = { ...VISITOR, personId: 'k', coordinator: true };
const actingFor = (actorId: string, role: 'DELEGATE' | 'EDITOR' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: `of ${actorId}`,
  mandates: [{ id: 'm', actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const [organisation, editor, partner] = [actingFor('a'), actingFor('a', 'EDITOR'), actingFor('b')];
const people = [VISITOR, coordinator, organisation, editor, partner];

const purpose = { type: 'INITIATIVE', id: 'i', title: 'Lehre im Verbund', slug: 'lehre-im-verbund', actorIds: ['a', 'b'] } as const;
const about = { regionId: 'r', purpose };
const wish: OutsideWish = {
  id: 'o',
  actorId: 'a',
  text: ' Drei Plätze ',
  dueOn: '2027-03-01',
  way: 'TELEPHONE',
  saidOn: '2026-11-19',
  saidBy: 'Leitung',
  proof: 'Notiz zum Telefonat',
};

function entered(given: Partial<OutsideWish> = {}, on = today): OutsidePromise {
  const result = enterOutside(coordinator, { ...wish, ...given }, about, on);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

it('is entered by the coordination, for who takes part in what goes on', () => {
  expect(entered()).toMatchObject({ state: 'WAITING', text: 'Drei Plätze', purpose: { id: 'i' }, answerBy: '2026-12-09' });
  for (const viewer of [VISITOR, organisation, partner]) {
    expect(enterOutside(viewer, wish, about, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  }
  const codeOf = (given: Partial<OutsideWish>) => {
    const result = enterOutside(coordinator, { ...wish, ...given }, about, today);
    return result.ok ? null : [result.refusal.code, result.refusal.field];
  };
  expect(codeOf({ actorId: 'c' })).toEqual(['NOT_TAKING_PART', 'purposeId']);
  expect(enterOutside(coordinator, wish, { ...about, purpose: null }, today)).toMatchObject({ refusal: { code: 'NOT_TAKING_PART' } });
  expect(codeOf({ saidOn: addDays(today, 1) })).toEqual(['SAID_LATER', 'saidOn']);
  expect(codeOf({ dueOn: addDays(today, -1) })).toEqual(['DUE_INVALID', 'dueOn']);
  expect(codeOf({ text: ' ' })).toEqual(['TEXT_MISSING', 'text']);
  expect(codeOf({ saidBy: '' })).toEqual(['TEXT_MISSING', 'saidBy']);
  expect(codeOf({ proof: 'x'.repeat(301) })).toEqual(['TEXT_TOO_LONG', 'proof']);
});

const days = fc.integer({ min: 0, max: 400 }).map((after) => addDays(today, after));

it('is answered within two weeks, and never after the day promised', () => {
  fc.assert(
    fc.property(days, (dueOn) => {
      const { answerBy } = entered({ dueOn });
      expect(today <= answerBy && answerBy <= dueOn && answerBy <= addDays(today, 14)).toBe(true);
    }),
  );
});

type Step = (promise: OutsidePromise, viewer: Viewer, on: LocalDate) => Result<OutsidePromise, OutsideCode>;
const steps: Record<string, Step> = {
  confirm: (promise, viewer, on) => confirmOutside(viewer, promise, on),
  object: (promise, viewer, on) => objectToOutside(viewer, promise, 'Nur zwei', on),
  remind: (promise, viewer, on) => remindOfOutside(viewer, promise, on),
  withdraw: (promise, viewer, on) => withdrawOutside(viewer, promise, on),
  close: (promise, _, on) => ({ ok: true, value: closeOutside(promise, on) }),
};
const story = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(steps)),
    viewer: fc.constantFrom(...people),
    later: fc.integer({ min: 0, max: 6 }),
  }),
  { maxLength: 12 },
);

it('whatever happens: is decided once, by whom it is for, and then tells no more of who said it', () => {
  fc.assert(
    fc.property(days, story, (dueOn, acts) => {
      let promise = entered({ dueOn });
      let on: LocalDate = today;
      for (const { step, viewer, later } of acts) {
        on = addDays(on, later);
        const before = promise;
        const offered = outsideActions(viewer, before, on) as string[];
        const result = steps[step]!(before, viewer, on);
        if (step !== 'close') expect(offered.includes(step)).toBe(result.ok);
        if (!result.ok) continue;
        promise = result.value;
        if (before.state !== 'WAITING') expect(promise).toEqual(before);
        if (before.remindedOn !== null) expect(promise.remindedOn).toBe(before.remindedOn);
        if (promise.state === before.state) continue;
        if (promise.state === 'CONFIRMED' || promise.state === 'OBJECTED') {
          expect(viewer).toBe(organisation);
          expect(on <= before.answerBy && on <= before.dueOn).toBe(true);
        }
        if (promise.state === 'WITHDRAWN') expect(viewer).toBe(coordinator);
        if (promise.state === 'NO_ANSWER') expect(before.answerBy < on).toBe(true);
        expect(promise).toMatchObject({ decidedOn: on, saidBy: '', proof: '' });
      }
    }),
    { numRuns: 500 },
  );
});

it('says who said it to the organisation and the coordination only', () => {
  const objected = { ...entered(), objection: 'Nur zwei' };
  for (const viewer of [coordinator, organisation, editor]) expect(outsideFor(viewer, objected)).toEqual(objected);
  for (const viewer of [VISITOR, partner]) expect(outsideFor(viewer, objected)).toMatchObject({ saidBy: '', proof: '', objection: '' });
});

it('is asked about in both languages, with all that was said', () => {
  for (const [language, day] of [
    ['de', '19. November 2026'],
    ['en', '19 November 2026'],
  ] as const) {
    const { subject, lead, obligation } = outsideWords(entered(), 'Berufskolleg', language);
    for (const part of ['Berufskolleg', 'Drei Plätze', day, 'Leitung', 'Lehre im Verbund']) expect(lead).toContain(part);
    expect([subject, lead, obligation].join()).not.toMatch(/\{\{/);
    expect(outsideWords({ ...entered(), saidBy: '' }, 'Berufskolleg', language).lead).not.toContain('Leitung');
  }
});
