import { vacantSeats } from './vacant-seats';

const today = '2026-11-27';
const member = (actorId: string, state: 'INVITED' | 'DECLINED' = 'INVITED') => ({ actorId, state }) as never;
const party = (actorId: string, answer: 'YES' | 'RESERVED' | null, reservedUntil: string | null = null) => ({
  ...{ actorId, answer, reservedUntil },
  ...{ change: null, answeredOn: null },
});
const members = ['yes', 'silent', 'reserved', 'gone'].map((id) => member(id)).concat(member('declined', 'DECLINED'));
const known = new Set(['yes', 'silent', 'reserved', 'declined']);
const parties = [party('yes', 'YES'), party('silent', null), party('reserved', 'RESERVED', '2026-11-20'), party('gone', 'YES')];

it('names who declined, never answered, let a reservation lapse, or is gone, and why', () => {
  const seats = vacantSeats({ state: 'INVITING', members }, { parties, deadlineOn: '2026-11-26' }, known, today);
  expect(seats.map(({ actorId, why }) => `${actorId}: ${why}`)).toEqual([
    'silent: SILENT',
    'reserved: LAPSED',
    'gone: GONE',
    'declined: DECLINED',
  ]);
});

it('waits for answers until the last day, and for nobody once it is formed', () => {
  const waiting = vacantSeats({ state: 'INVITING', members }, { parties, deadlineOn: today }, known, '2026-11-20');
  expect(waiting.map(({ actorId }) => actorId)).toEqual(['gone', 'declined']);
  expect(vacantSeats({ state: 'FORMED', members }, { parties, deadlineOn: '2026-11-26' }, known, today)).toEqual([]);
  expect(vacantSeats({ state: 'DRAFT', members }, null, known, today)).toEqual([]);
});
