import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { areCouncilAndEmployer, canEdit, checkEmployer, employerIdOf } from './index';

const idAt = (at: number) => `0190b5f0-0000-7000-8000-00000000000${at}`;
const council = { id: idAt(1), regionId: idAt(9), kind: 'UNION' as const, employerId: null, archived: false };
const employer = { ...council, id: idAt(2), kind: 'COMPANY' as const };
const facts = { employer, isEmployer: false };

describe('a works or staff council', () => {
  it('names an organisation of its region as its employer, or none', () => {
    expect(checkEmployer(council, employer.id, facts)).toEqual({ ok: true, value: employer.id });
    expect(checkEmployer({ ...council, employerId: employer.id }, null, { employer: null, isEmployer: false })).toEqual({
      ok: true,
      value: null,
    });
    // Unions have works councils, too.
    expect(checkEmployer(council, employer.id, { ...facts, employer: { ...employer, kind: 'UNION' } }).ok).toBe(true);
  });

  it('names neither itself, nor who is not there, nor another council, and is no employer of councils', () => {
    const refused = (actor: typeof council | typeof employer, id: string, told: Parameters<typeof checkEmployer>[2]) => {
      const checked = checkEmployer(actor, id, told);
      return checked.ok ? null : [checked.refusal.code, checked.refusal.field];
    };
    expect(refused(employer, council.id, { employer: council, isEmployer: false })).toEqual(['NO_COUNCIL', 'employerId']);
    expect(refused(council, council.id, { employer: council, isEmployer: false })).toEqual(['EMPLOYER_ITSELF', 'employerId']);
    for (const gone of [null, { ...employer, archived: true }, { ...employer, regionId: idAt(8) }])
      expect(refused(council, employer.id, { ...facts, employer: gone })).toEqual(['EMPLOYER_UNKNOWN', 'employerId']);
    const another = { ...employer, kind: 'UNION' as const, employerId: idAt(3) };
    expect(refused(council, employer.id, { ...facts, employer: another })).toEqual(['EMPLOYER_IS_COUNCIL', 'employerId']);
    expect(refused(council, employer.id, { ...facts, isEmployer: true })).toEqual(['HAS_COUNCIL', 'employerId']);
  });

  it('may keep saying what it said when that organisation has left the directory', () => {
    expect(checkEmployer({ ...council, employerId: employer.id }, employer.id, { employer: null, isEmployer: false }).ok).toBe(true);
  });

  it('is told beside its employer only while it is one', () => {
    const named = { ...council, employerId: employer.id };
    expect(employerIdOf(named)).toBe(employer.id);
    expect(employerIdOf({ ...named, kind: 'ASSOCIATION' })).toBeNull();
    expect(areCouncilAndEmployer(named, employer) && areCouncilAndEmployer(employer, named)).toBe(true);
    expect(areCouncilAndEmployer(council, employer)).toBe(false);
  });

  it('is kept by its own people alone, whatever role somebody has at the employer, and the other way round', () => {
    const role = fc.constantFrom('ADMINISTRATOR' as const, 'DELEGATE' as const, 'SUBSTITUTE' as const, 'EDITOR' as const);
    const pair = fc.constantFrom(
      [{ ...council, employerId: employer.id }, employer] as const,
      [employer, { ...council, employerId: employer.id }] as const,
    );
    fc.assert(
      fc.property(role, pair, (held, [own, other]) => {
        const viewer: Viewer = {
          ...VISITOR,
          personId: idAt(5),
          mandates: [{ id: idAt(6), actorId: own.id, role: held, fromOn: '2020-01-01', untilOn: null }],
        };
        return canEdit(viewer, own) && !canEdit(viewer, other);
      }),
    );
  });
});
