import { blockAccess, openAccess, takeAwayFactor, type PersonAccess } from './access';
import { VISITOR, type Viewer } from './viewer';

const administrator: Viewer = { ...VISITOR, personId: 'u', platformAdministrator: true };
const person: PersonAccess = { id: 'k', name: 'Kim Beispiel', email: 'kim@beispiel.example', secondFactor: false, block: null };
const blocked: PersonAccess = { ...person, block: { reason: 'Gerät verloren', at: new Date(0), by: 'Ulrike Tamm' } };

describe('blocking an access', () => {
  it('is for administrators of the platform, and wants a reason', () => {
    expect(blockAccess(administrator, person, ' Gerät verloren ')).toEqual({ ok: true, value: 'Gerät verloren' });
    expect(blockAccess({ ...administrator, platformAdministrator: false, coordinator: true }, person, 'Ja')).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
    expect(blockAccess(administrator, person, ' ')).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'reason' } });
  });

  it('is refused for oneself, for nobody, and twice', () => {
    const code = (whom: PersonAccess | null) => {
      const answer = blockAccess(administrator, whom, 'Gerät verloren');
      return answer.ok ? null : answer.refusal.code;
    };
    expect([code({ ...person, id: 'u' }), code(null), code(blocked)]).toEqual(['OWN_ACCESS', 'PERSON_UNKNOWN', 'ALREADY_BLOCKED']);
  });
});

describe('opening it again', () => {
  it('is for administrators of the platform, where it is blocked', () => {
    expect(openAccess(administrator, blocked).ok).toBe(true);
    expect(openAccess(VISITOR, blocked)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(openAccess(administrator, person)).toMatchObject({ refusal: { code: 'NOT_BLOCKED' } });
    expect(openAccess(administrator, null)).toMatchObject({ refusal: { code: 'PERSON_UNKNOWN' } });
  });
});

describe('taking a second factor away', () => {
  const locked = { ...person, secondFactor: true };
  const code = (whom: PersonAccess | null, viewer = administrator, reason = 'Telefon verloren') => {
    const answer = takeAwayFactor(viewer, whom, reason);
    return answer.ok ? answer.value : answer.refusal.code;
  };

  it('is for administrators of the platform, with a reason, and not with their own', () => {
    expect(code(locked, administrator, ' Telefon verloren ')).toBe('Telefon verloren');
    expect(code(locked, administrator, ' ')).toBe('TEXT_MISSING');
    expect(code(locked, { ...administrator, platformAdministrator: false, coordinator: true })).toBe('NOT_PERMITTED');
    expect([code({ ...locked, id: 'u' }), code(null), code(person)]).toEqual(['OWN_FACTOR', 'PERSON_UNKNOWN', 'NO_FACTOR']);
  });
});
