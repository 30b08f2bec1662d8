import { addDays } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { checkMailAnswer, MAIL_ANSWERS, reminderAfterLater, reminderOf, stateOf } from './mail-question';

const today = '2026-11-27';
const open = { state: 'OPEN' as const, offered: MAIL_ANSWERS, mayAgree: false };

it('takes "Nein" and "Später" from anybody who was asked, and "Ja" only from whoever may promise', () => {
  for (const answer of ['NO', 'LATER'] as const) expect(checkMailAnswer({ answer, change: '' }, open)).toMatchObject({ ok: true });
  for (const answer of ['YES', 'YES_BUT'] as const) {
    expect(checkMailAnswer({ answer, change: 'x' }, open)).toMatchObject({ refusal: { code: 'MANDATE_NEEDED' } });
    expect(checkMailAnswer({ answer, change: 'x' }, { ...open, mayAgree: true })).toMatchObject({ ok: true });
  }
});

it('takes no answer that is not offered, none after the end, and no change without words', () => {
  expect(checkMailAnswer({ answer: 'YES_BUT', change: 'x' }, { ...open, mayAgree: true, offered: ['YES', 'NO'] })).toMatchObject({
    refusal: { code: 'ANSWER_NOT_OFFERED' },
  });
  expect(checkMailAnswer({ answer: 'NO', change: '' }, { ...open, state: 'ANSWERED' })).toMatchObject({ refusal: { code: 'LINK_ENDED' } });
  expect(checkMailAnswer({ answer: 'YES_BUT', change: ' ' }, { ...open, mayAgree: true })).toMatchObject({
    refusal: { code: 'TEXT_MISSING', field: 'change' },
  });
});

it('takes why not with a "Nein" where it is asked for, and tells the others only where that can be and is wished', () => {
  const said = { answer: 'NO' as const, change: '', reason: ' Zu viel zu tun. ', reasonShared: true };
  const reason = { longest: 20, share: 'Die anderen dürfen lesen, warum' };
  expect(checkMailAnswer(said, open)).toMatchObject({ value: { reason: '', reasonShared: false } });
  expect(checkMailAnswer(said, { ...open, reason })).toMatchObject({ value: { reason: 'Zu viel zu tun.', reasonShared: true } });
  expect(checkMailAnswer({ ...said, reason: ' ' }, { ...open, reason })).toMatchObject({ value: { reason: '', reasonShared: false } });
  expect(checkMailAnswer(said, { ...open, reason: { ...reason, share: null } })).toMatchObject({ value: { reasonShared: false } });
  expect(checkMailAnswer({ ...said, reason: 'x'.repeat(21) }, { ...open, reason })).toMatchObject({ refusal: { field: 'reason' } });
  expect(checkMailAnswer({ ...said, answer: 'LATER' }, { ...open, reason })).toMatchObject({ value: { reason: '' } });
});

it('ends with the last day, with an answer given elsewhere, and with what asks', () => {
  const question = { ended: null, untilOn: today };
  expect(stateOf(question, { state: 'OPEN' }, today)).toBe('OPEN');
  expect(stateOf(question, { state: 'OPEN' }, addDays(today, 1))).toBe('ENDED');
  expect(stateOf(question, { state: 'ANSWERED' }, today)).toBe('ANSWERED');
  expect(stateOf(question, null, today)).toBe('ENDED');
  expect(stateOf({ ...question, ended: 'REPLACED' }, { state: 'OPEN' }, today)).toBe('REPLACED');
});

it('reminds on a day between asking and the end, or not at all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (days) => {
      const until = addDays(today, days);
      for (const day of [reminderOf(today, until), reminderAfterLater(today, until)]) {
        if (day !== null) expect(day > today && day < until).toBe(true);
      }
      expect(reminderOf(today, until) === null).toBe(days <= 3);
    }),
  );
});
