import { actsFor, audienceOf, isValidOn, passes, VISITOR, type MandateRole, type Viewer } from './viewer';

const withMandate = (role: MandateRole): Viewer => ({
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId: 'a', role, fromOn: '2026-01-01', untilOn: null }],
});

describe('viewers', () => {
  it('read on the graph of their audience', () => {
    expect(audienceOf(VISITOR)).toBe('PUBLIC');
    expect(audienceOf({ ...VISITOR, personId: 'p' })).toBe('PUBLIC');
    expect(audienceOf(withMandate('EDITOR'))).toBe('MEMBERS');
    expect(audienceOf({ ...VISITOR, personId: 'p', coordinator: true })).toBe('COORDINATORS');
  });

  it('act only for organisations they have a mandate for, within the rights of their role', () => {
    expect(actsFor(withMandate('DELEGATE'), 'a')).toBe(true);
    expect(actsFor(withMandate('EDITOR'), 'a')).toBe(false);
    expect(actsFor(withMandate('EDITOR'), 'a', 'EDITOR')).toBe(true);
    expect(actsFor(withMandate('DELEGATE'), 'a', 'ADMINISTRATOR')).toBe(false);
    expect(actsFor(withMandate('ADMINISTRATOR'), 'b', 'EDITOR')).toBe(false);
    const coordinator = { ...VISITOR, coordinator: true };
    expect(actsFor(coordinator, 'a', 'EDITOR')).toBe(false);
  });

  it('pass doors by what they are', () => {
    expect(passes(VISITOR, 'ANYONE')).toBe(true);
    expect(passes(VISITOR, 'SIGNED_IN')).toBe(false);
    expect(passes({ ...VISITOR, personId: 'p' }, 'MEMBER')).toBe(false);
    expect(passes(withMandate('EDITOR'), 'COORDINATOR')).toBe(false);
    expect(passes({ ...VISITOR, platformAdministrator: true }, 'COORDINATOR')).toBe(true);
  });
});

it('a mandate counts from its first to its last day', () => {
  const mandate = { fromOn: '2026-03-01', untilOn: '2026-03-31' };
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => isValidOn(mandate, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
