import { newId } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { traitsOf } from './likeness';
import { whomMaybe, whomMeant, type Around, type TraitedActor, type UnlistedActor } from './whom';

function actor(name: string, city = ''): TraitedActor {
  const id = newId();
  return {
    ...{ id, slug: id, name, city, shortName: '', kind: 'COMPANY', summary: '', description: '', street: '', postalCode: '' },
    ...{ district: '', website: '', size: null, lon: null, lat: null, provenance: 'IMPORTED', version: 1 },
    traits: traitsOf({ name, city }),
  };
}
const gone = (name: string, city = '', mergedIntoId: string | null = null): UnlistedActor => ({ ...actor(name, city), mergedIntoId });

function around(actors: TraitedActor[], unlisted: UnlistedActor[], more: Partial<Around> = {}): Around {
  const alike = [...actors, ...unlisted].map(({ id }) => id);
  const byId = <Known extends TraitedActor>(all: Known[]) => new Map(all.map((each) => [each.id, each]));
  return { actors: byId(actors), unlisted: byId(unlisted), alike, numbered: undefined, registered: undefined, ...more };
}
const row = (name: string, city = '') => ({ said: { name, city }, traits: traitsOf({ name, city }), decision: null, decidedId: null });

describe('whom a row of a list means', () => {
  it('is one that is there, before one that left the directory', () => {
    const [there, left] = [actor('Hof Linde', 'Hamm'), gone('Hof Linde', 'Hamm')];
    expect(whomMeant(row('Hof Linde', 'Hamm'), around([there], [left]))).toEqual({ target: there, byFormerName: false, unlisted: null });
    expect(whomMeant(row('hof linde'), around([], [left]))).toEqual({ target: null, byFormerName: false, unlisted: left });
    expect(whomMeant(row('Hof Linde', 'Unna'), around([], [left]))).toMatchObject({ target: null, unlisted: null });
  });

  it('is nobody for certain where two that are there fit, whoever left', () => {
    const two = [actor('Hof Linde', 'Hamm'), actor('Hof Linde', 'Unna')];
    expect(whomMeant(row('Hof Linde'), around(two, [gone('Hof Linde')]))).toMatchObject({ target: null, unlisted: null });
  });

  it('is still not entered where several of that name left', () => {
    const two = [gone('Hof Linde', 'Hamm'), gone('Hof Linde', 'Unna')];
    expect(whomMeant(row('Hof Linde'), around([], two))).toMatchObject({ target: null, unlisted: { name: 'Hof Linde' } });
  });

  it('is the entry it became part of, unless that left as well', () => {
    const kept = actor('Gut Linde', 'Hamm');
    const merged = gone('Hof Linde', 'Hamm', kept.id);
    expect(whomMeant(row('Hof Linde'), around([kept], [merged]))).toEqual({ target: kept, byFormerName: true, unlisted: null });
    expect(whomMeant(row('Hof Linde'), around([], [merged]))).toMatchObject({ target: null, unlisted: merged });
  });

  it('is asked about by the entry that stayed, once, and says of the others that they are not listed', () => {
    const kept = actor('Hof Linden', 'Hamm');
    const asked = row('Hof Lindens', 'Hamm');
    const candidates = whomMaybe(asked, around([kept], [gone('Hof Linde', 'Hamm', kept.id), gone('Hof Lindens eG', 'Hamm')]));
    expect(candidates.filter(({ id }) => id === kept.id)).toHaveLength(1);
    expect(candidates.filter(({ listed }) => !listed).map(({ name }) => name)).toEqual(['Hof Lindens eG']);
  });

  it('is never somebody that somebody said it is not, and always whom somebody said it is', () => {
    const all = [actor('Hof Linde'), actor('Hof Birke')];
    const left = [gone('Hof Linde'), gone('Hof Esche')];
    const name = fc.constantFrom('Hof Linde', 'Hof Birke', 'Hof Esche', 'Hof');
    fc.assert(
      fc.property(name, fc.constantFrom(...all, ...left), fc.subarray(all), (words, meant, actors) => {
        const known = around(actors, left);
        expect(whomMeant({ ...row(words), decision: 'NOT_SAME' }, known)).toMatchObject({ target: null, unlisted: null });
        const { target, unlisted } = whomMeant({ ...row(words), decision: 'SAME', decidedId: meant.id }, known);
        expect([target, unlisted].filter(Boolean)).toEqual([...actors, ...left].filter(({ id }) => id === meant.id));
      }),
    );
  });
});
