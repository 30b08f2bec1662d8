import { addDays } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import {
  answerRound,
  confirmReservation,
  CONSENT_ANSWERS,
  isAgreed,
  openRound,
  reopenWith,
  settled,
  type ConsentRound,
  type GivenAnswer,
} from './consent';

const today = '2026-11-25';
const [a, b, c] = ['a', 'b', 'c'];
const wish = { text: 'Ein Text', parties: [a, b, c], proposer: a, deadlineOn: addDays(today, 14), onDecline: 'ABANDON' as const };

function opened(change: Partial<typeof wish | { onDecline: 'CONTINUE_WITHOUT' }> = {}): ConsentRound {
  const round = openRound({ ...wish, ...change }, today);
  if (!round.ok) throw new Error(round.refusal.code);
  return round.value;
}

function answered(round: ConsentRound, actorId: string, given: Partial<GivenAnswer>, day = today): ConsentRound {
  const result = answerRound(round, actorId, { answer: 'YES', version: round.version, ...given }, day);
  if (!result.ok) throw new Error(result.refusal.code);
  return settled(result.value);
}

it('takes proposing for agreeing and silence for nothing', () => {
  expect(isAgreed(answered(opened(), b, {}))).toBe(false);
  expect(answered(answered(opened(), b, {}), c, {}).state).toBe('AGREED');
});

it('counts a reservation only once it is confirmed in time', () => {
  const reserved = answered(answered(opened(), b, {}), c, { answer: 'RESERVED', reservedUntil: addDays(today, 30) });
  expect(isAgreed(reserved)).toBe(false);
  expect(confirmReservation(reserved, c, addDays(today, 31))).toMatchObject({ refusal: { code: 'RESERVATION_EXPIRED' } });
  const confirmed = confirmReservation(reserved, c, addDays(today, 20));
  expect(confirmed.ok && isAgreed(confirmed.value)).toBe(true);
});

it('asks everybody again about a new version and takes no answer to the old one', () => {
  const asked = answered(answered(opened(), b, {}), c, { answer: 'YES_BUT', change: 'Später beginnen' });
  const next = reopenWith(asked, { text: 'Ein neuer Text', proposer: a, deadlineOn: wish.deadlineOn }, today);
  if (!next.ok) throw new Error(next.refusal.code);
  expect(next.value.version).toBe(2);
  expect(next.value.parties.map((party) => party.answer)).toEqual(['YES', null, null]);
  expect(answerRound(next.value, b, { answer: 'YES', version: 1 }, today)).toMatchObject({ refusal: { code: 'OLD_VERSION' } });
  expect(reopenWith(asked, { text: ' Ein Text ', proposer: a, deadlineOn: wish.deadlineOn }, today)).toMatchObject({
    refusal: { code: 'TEXT_UNCHANGED' },
  });
});

it('goes on without who declines only if that was said before', () => {
  expect(answered(opened(), c, { answer: 'NO' }).state).toBe('CLOSED');
  const without = opened({ onDecline: 'CONTINUE_WITHOUT' });
  expect(answered(answered(without, c, { answer: 'NO' }), b, {}).state).toBe('AGREED');
  expect(answered(answered(without, c, { answer: 'NO' }), b, { answer: 'NO' }).state).toBe('CLOSED');
});

it.each([
  ['nobody asked', 'x', {}, today, 'NOT_A_PARTY'],
  ['after the deadline', b, {}, addDays(today, 15), 'DEADLINE_PASSED'],
  ['a change without words', b, { answer: 'YES_BUT', change: ' ' }, today, 'TEXT_MISSING'],
  ['a reservation without a day', b, { answer: 'RESERVED' }, today, 'RESERVATION_DATE_INVALID'],
] as const)('refuses %s', (_, actorId, given, day, code) => {
  expect(answerRound(opened(), actorId, { answer: 'YES', version: 1, ...given }, day)).toMatchObject({ ok: false, refusal: { code } });
});

it('never takes it for agreed while one is silent, reserved, or answered an older version', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('answer' as const),
      who: fc.constantFrom(a, b, c),
      answer: fc.constantFrom(...CONSENT_ANSWERS),
      old: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('confirm' as const), who: fc.constantFrom(a, b, c) }),
    fc.record({ kind: fc.constant('reopen' as const), text: fc.string({ minLength: 1, maxLength: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom('ABANDON' as const, 'CONTINUE_WITHOUT' as const), (steps, onDecline) => {
      let round = openRound({ ...wish, onDecline }, today);
      const said = new Map<string, string | null>([[a, 'YES']]);
      for (const one of steps) {
        if (!round.ok) throw new Error('unreachable');
        const now: ConsentRound = round.value;
        const next =
          one.kind === 'answer'
            ? answerRound(
                now,
                one.who,
                { answer: one.answer, version: one.old ? now.version - 1 : now.version, change: 'x', reservedUntil: addDays(today, 1) },
                today,
              )
            : one.kind === 'confirm'
              ? confirmReservation(now, one.who, today)
              : reopenWith(now, { text: one.text, proposer: null, deadlineOn: wish.deadlineOn }, today);
        if (!next.ok) continue;
        if (one.kind === 'reopen') said.clear();
        else said.set(one.who, one.kind === 'answer' ? one.answer : 'YES');
        round = next;
        const counted = [a, b, c].filter((who) => onDecline === 'ABANDON' || said.get(who) !== 'NO');
        expect(isAgreed(next.value)).toBe(counted.length >= 2 && counted.every((who) => said.get(who) === 'YES'));
      }
    }),
  );
});
