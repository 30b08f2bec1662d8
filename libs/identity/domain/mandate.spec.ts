import fc from 'fast-check';
import { changeMandate, endMandate, grantMandate, mandateActions, type MandateOfPerson } from './mandate';
import { isValidOn, VISITOR, type Viewer } from './viewer';

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

describe('changing a mandate', () => {
  const today = '2026-05-01';
  const administrator = mandate('m', 'ADMINISTRATOR');

  it('is for administrators of the organisation and coordinators, not for the person itself', () => {
    const own = mandate('n', 'EDITOR');
    const change = { role: 'DELEGATE', untilOn: '2026-12-31', today };
    expect(changeMandate(viewer(administrator), own, [administrator, own], change)).toEqual({
      ok: true,
      value: { role: 'DELEGATE', untilOn: '2026-12-31' },
    });
    expect(changeMandate({ ...VISITOR, coordinator: true }, own, [own], change).ok).toBe(true);
    const ofCoordination = { ...viewer(own), coordinator: true };
    expect(changeMandate(ofCoordination, own, [own], change)).toMatchObject({ refusal: { code: 'NOT_FOR_ONESELF' } });
    expect(mandateActions(ofCoordination, own, today)).toEqual(['leave']);
    expect(changeMandate(viewer(own), own, [own], change)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('never leaves an organisation without the administrator it has, whatever is changed, ended or left', () => {
    const role = fc.constantFrom('EDITOR', 'SUBSTITUTE', 'DELEGATE', 'ADMINISTRATOR' as const);
    const untilOn = fc.constantFrom(null, today, '2026-05-20', '2026-09-30');
    const step = fc.record({ at: fc.nat(4), role, untilOn, ends: fc.boolean(), coordinator: fc.boolean() });
    const administered = (all: MandateOfPerson[]) =>
      [today, '2026-05-02', '2026-05-21', '2026-10-01'].every((day) =>
        all.some((each) => each.role === 'ADMINISTRATOR' && isValidOn(each, day)),
      );
    fc.assert(
      fc.property(fc.array(fc.record({ role, untilOn }), { maxLength: 4 }), fc.array(step, { maxLength: 8 }), (others, steps) => {
        let all = [administrator, ...others.map((other, at) => ({ ...mandate(`m${at}`, other.role), untilOn: other.untilOn }))];
        for (const { at, role: wanted, untilOn: until, ends, coordinator } of steps) {
          const one = all[at % all.length]!;
          const by = { ...viewer(one), coordinator };
          const changed = ends ? endMandate(by, one, all, today) : changeMandate(by, one, all, { role: wanted, untilOn: until, today });
          if (!changed.ok) continue;
          const next = typeof changed.value === 'string' ? { ...one, untilOn: changed.value } : { ...one, ...changed.value };
          all = all.map((each) => (each.id === one.id ? next : each));
        }
        return administered(all);
      }),
    );
  });
});

describe('what one may do with a mandate', () => {
  const administrator = mandate('m', 'ADMINISTRATOR');
  const delegate = mandate('n', 'DELEGATE');

  it('is to leave with the own one, and to hand over to those who act already', () => {
    expect(mandateActions(viewer(administrator), administrator, '2026-05-01')).toEqual(['changeMandate', 'leave']);
    expect(mandateActions(viewer(administrator), delegate, '2026-05-01')).toEqual(['changeMandate', 'endMandate', 'handOver']);
    expect(mandateActions(viewer(delegate), delegate, '2026-05-01')).toEqual(['leave']);
    expect(mandateActions(viewer(delegate), administrator, '2026-05-01')).toEqual([]);
    expect(mandateActions({ ...VISITOR, coordinator: true }, delegate, '2026-05-01')).toEqual(['changeMandate', 'endMandate']);
  });

  it('is nothing once it has ended', () => {
    expect(mandateActions(viewer(administrator), { ...delegate, untilOn: '2026-04-30' }, '2026-05-01')).toEqual([]);
  });
});
