import { PLAIN_TERMS } from '@knotenpunkt/themes/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { checkPromise, commitmentActions, keep, noteNextStep, reschedule, standingOf, withdraw, type Commitment } from './commitment';

const today = '2026-11-25';
const viewer: Viewer = {
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId: 'a', role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
};
const open: Commitment = {
  id: 'c',
  regionId: 'r',
  actorId: 'a',
  toActorId: null,
  purpose: { type: 'INITIATIVE', id: 'i', title: 'Lehre im Verbund', slug: 'lehre-im-verbund' },
  text: 'Drei Plätze in der Lehrwerkstatt',
  nextStep: '',
  dueOn: '2026-11-13',
  originalDueOn: null,
  state: 'OPEN',
  promisedOn: '2026-08-01',
  decidedOn: null,
  evidence: '',
  evidenceUrl: '',
  note: '',
  saidOutside: null,
  ...PLAIN_TERMS,
  version: 1,
};

it('is overdue from the day after', () => {
  expect(standingOf(open, '2026-11-13')).toBe('OPEN');
  expect(standingOf(open, '2026-11-14')).toBe('OVERDUE');
  expect(standingOf({ ...open, state: 'KEPT' }, today)).toBe('KEPT');
});

it('is kept with evidence, by who promised, once', () => {
  expect(keep(viewer, open, { evidence: ' ', evidenceUrl: '' }, today)).toMatchObject({
    refusal: { code: 'TEXT_MISSING', field: 'evidence' },
  });
  expect(keep(VISITOR, open, { evidence: 'Protokoll', evidenceUrl: '' }, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  const kept = keep(viewer, open, { evidence: 'Protokoll', evidenceUrl: 'beispiel.example/p' }, today);
  expect(kept).toMatchObject({ value: { state: 'KEPT', decidedOn: today, evidenceUrl: 'https://beispiel.example/p' } });
  expect(withdraw(viewer, { ...open, state: 'KEPT' }, 'doch nicht', today)).toMatchObject({ refusal: { code: 'ALREADY_DECIDED' } });
});

it('keeps the first day promised however often it is moved', () => {
  const once = reschedule(viewer, open, { dueOn: '2026-12-04', note: 'Meister erkrankt' }, today);
  if (!once.ok) throw new Error(once.refusal.code);
  const twice = reschedule(viewer, once.value, { dueOn: '2026-12-24', note: 'noch einmal' }, today);
  expect(twice).toMatchObject({ value: { dueOn: '2026-12-24', originalDueOn: '2026-11-13' } });
  expect(reschedule(viewer, open, { dueOn: '2026-11-20', note: 'x' }, today)).toMatchObject({ refusal: { code: 'DUE_INVALID' } });
});

it('says what is done next, as long as it is open', () => {
  expect(noteNextStep(viewer, open, ' Meister anrufen ')).toMatchObject({ value: { nextStep: 'Meister anrufen', state: 'OPEN' } });
  expect(noteNextStep(viewer, open, '')).toMatchObject({ value: { nextStep: '' } });
  expect(noteNextStep(viewer, open, 'x'.repeat(161))).toMatchObject({ refusal: { code: 'TEXT_TOO_LONG', field: 'nextStep' } });
  expect(noteNextStep(VISITOR, open, 'x')).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(noteNextStep(viewer, { ...open, state: 'WITHDRAWN' }, 'x')).toMatchObject({ refusal: { code: 'ALREADY_DECIDED' } });
});

it('offers what can be done only to who promised', () => {
  expect(commitmentActions(viewer, open)).toEqual(['keep', 'noteNextStep', 'reschedule', 'withdraw']);
  expect(commitmentActions(viewer, { ...open, actorId: 'b' })).toEqual([]);
});

it('is promised for a day to come', () => {
  expect(checkPromise({ actorId: 'a', toActorId: null, text: 'x', dueOn: '2026-11-24' }, today)).toMatchObject({
    refusal: { code: 'DUE_INVALID' },
  });
});
