import { endMandate, grantMandate, type MandateOfPerson } from './mandate';
import { VISITOR, type Viewer } from './viewer';

const mandate = (id: string, role: MandateOfPerson['role'], personId = id): MandateOfPerson => ({
  id,
  personId,
  actorId: 'a',
  role,
  fromOn: '2026-01-01',
  untilOn: null,
});
const viewer = (own: MandateOfPerson): Viewer => ({ ...VISITOR, personId: own.personId, mandates: [own] });
const wish = { actorId: 'a', name: 'Kim Beispiel', email: 'Kim@Beispiel.example', role: 'DELEGATE', fromOn: '2026-05-01', untilOn: null };

describe('granting a mandate', () => {
  it('is for administrators of the organisation and coordinators', () => {
    expect(grantMandate(viewer(mandate('m', 'ADMINISTRATOR')), wish)).toMatchObject({ ok: true, value: { email: 'kim@beispiel.example' } });
    expect(grantMandate({ ...VISITOR, coordinator: true }, wish).ok).toBe(true);
    expect(grantMandate(viewer(mandate('m', 'DELEGATE')), wish)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(grantMandate(viewer(mandate('m', 'ADMINISTRATOR')), { ...wish, actorId: 'b' })).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
  });

  it('names the field that is wrong', () => {
    const administrator = viewer(mandate('m', 'ADMINISTRATOR'));
    expect(grantMandate(administrator, { ...wish, email: 'kim' })).toMatchObject({ refusal: { field: 'email' } });
    expect(grantMandate(administrator, { ...wish, untilOn: '2026-04-01' })).toMatchObject({ refusal: { field: 'untilOn' } });
  });
});

describe('ending a mandate', () => {
  it('keeps the last administrator until there is a successor', () => {
    const last = mandate('m', 'ADMINISTRATOR');
    expect(endMandate(viewer(last), last, [last], '2026-05-01')).toMatchObject({ refusal: { code: 'LAST_ADMINISTRATOR' } });
    expect(endMandate(viewer(last), last, [last, mandate('n', 'ADMINISTRATOR')], '2026-05-01')).toEqual({ ok: true, value: '2026-04-30' });
  });

  it('is open to the person itself, not to others without the right', () => {
    const own = mandate('m', 'EDITOR');
    expect(endMandate(viewer(own), own, [own], '2026-05-01').ok).toBe(true);
    expect(endMandate(viewer(mandate('x', 'EDITOR')), own, [own], '2026-05-01')).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });
});
