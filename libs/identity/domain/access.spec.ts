import { blockAccess, openAccess, type PersonAccess } from './access';
import { VISITOR, type Viewer } from './viewer';

const administrator: Viewer = { ...VISITOR, personId: 'u', platformAdministrator: true };
const person: PersonAccess = { id: 'k', name: 'Kim Beispiel', email: 'kim@beispiel.example', block: null };
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
