import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { newId } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { changedFields, comparedFields, entryTextFrom, isSame, PROFILE_FIELDS, profileFrom, seesHistory, type Said } from './history';

const said = fc.record({
  name: fc.string({ minLength: 1 }),
  summary: fc.string(),
  themes: fc.array(fc.constantFrom('pflege', 'energie', 'handwerk')),
  size: fc.constantFrom('SMALL', null),
  lon: fc.constantFrom(8.1, null),
  lat: fc.constantFrom(51.4, null),
  archived: fc.boolean(),
});

describe('versions compared', () => {
  it('differ in nothing from themselves, and in the same parts both ways', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        expect(changedFields(PROFILE_FIELDS, one, one)).toEqual([]);
        expect(changedFields(PROFILE_FIELDS, one, other)).toEqual(changedFields(PROFILE_FIELDS, other, one));
        const [compared, back] = [comparedFields(PROFILE_FIELDS, one, other), comparedFields(PROFILE_FIELDS, other, one)];
        expect(compared.map(({ field, before, after }) => ({ field, before: after, after: before }))).toEqual(back);
      }),
    );
  });

  it('leave out what neither says, take a list in another order for the same, and know no change of the first version', () => {
    const [before, after]: Said[] = [
      { name: 'Werk', themes: ['a', 'b'], city: '' },
      { name: 'Werk', themes: ['b', 'a'], city: 'Ort' },
    ];
    expect(changedFields(PROFILE_FIELDS, before!, after!)).toEqual(['city']);
    expect(changedFields(PROFILE_FIELDS, null, after!)).toEqual([]);
    expect(comparedFields(PROFILE_FIELDS, before!, after!).map(({ field }) => field)).toEqual(['name', 'themes', 'city']);
    expect(isSame({ before: [], after: ['x'] })).toBe(false);
  });
});

describe('an earlier version', () => {
  it('is written again with the contacts of today, and what it did not know yet is empty', () => {
    const contacts = [{ id: newId(), name: 'Büro', role: '', email: '', phone: '', visibility: 'HIDDEN' as const }];
    expect(profileFrom({ name: 'Werk', summary: 'Macht.', city: 'Ort', lon: 8.1, lat: 51.4 }, contacts)).toMatchObject({
      name: 'Werk',
      sector: null,
      occupations: [],
      size: null,
      lon: 8.1,
      contacts,
    });
    expect(entryTextFrom({ title: 'Bus', untilOn: '2026-12-01' })).toMatchObject({
      text: '',
      fromOn: null,
      untilOn: '2026-12-01',
      audience: 'PUBLIC',
    });
  });

  it('is for those who work with the entry', () => {
    const actorId = newId();
    const acting = (id: string): Viewer => ({
      ...VISITOR,
      mandates: [{ id: newId(), actorId: id, role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
    });
    expect(
      [acting(actorId), acting(newId()), VISITOR, { ...VISITOR, coordinator: true }].map((viewer) => seesHistory(viewer, actorId)),
    ).toEqual([true, false, false, true]);
  });
});
