import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import type { Actor } from './actor';
import { actorFromList, listedFromRegister } from './actor-from-list';
import { fullerParts, keptOf, mergeInto, MERGE_PARTS, partsApart, takeApart } from './merging';

const ID = '0190b5f0-0000-7000-8000-00000000000';
const blank = (at: number): Actor => {
  const told = {
    id: `${ID}${at}`,
    name: 'Kornglück',
    shortName: '',
    kind: 'COMPANY' as const,
    city: '',
    postalCode: '',
    lon: null,
    lat: null,
  };
  return actorFromList(listedFromRegister({ ...told, sourceNote: 'Liste' }), { regionId: `${ID}9`, slug: `kornglueck-${at}` });
};
const coordinator: Viewer = { ...VISITOR, personId: `${ID}8`, name: 'Meryem Arslan', coordinator: true };
const kept: Actor = { ...blank(1), summary: 'Backt Brot.', city: 'Ostwalden', themes: ['energie'], confirmedOn: '2026-11-01', version: 4 };
const merged: Actor = {
  ...blank(2),
  ...{ name: 'Kornglück GmbH', summary: 'Bäckerei mit zwölf Filialen.', street: 'Mühlweg 3', postalCode: '44999', city: 'Ostwalden' },
  ...{
    website: 'https://kornglueck.example',
    themes: ['energie', 'mobilitaet'],
    confirmedOn: '2026-10-01',
    proposable: false,
    parentId: `${ID}7`,
  },
};

describe('two entries of one organisation', () => {
  it('differ in parts, an address being one', () => {
    expect(partsApart(kept, merged)).toEqual(['name', 'summary', 'themes', 'place', 'website']);
    expect(partsApart(kept, kept)).toEqual([]);
  });

  it('are proposed with what is fuller; a name is never given up by itself, nor the word of the organisation', () => {
    expect(fullerParts(kept, merged)).toEqual(['themes', 'place', 'website']);
    expect(fullerParts({ ...kept, provenance: 'ENTERED' }, merged)).toEqual(['website']);
    expect(fullerParts(merged, kept)).toEqual([]);
    expect(fullerParts({ ...kept, kind: 'OTHER' }, merged)).toContain('kind');
  });

  it('leave the one that the organisation keeps itself, else the one on which more hangs, else the one that says more', () => {
    const of = (actor: Actor, references: number) => ({ actor, references });
    expect(keptOf(of(kept, 0), of({ ...merged, provenance: 'ENTERED' }, 0))[0].actor.id).toBe(merged.id);
    expect(keptOf(of(kept, 3), of(merged, 2))[0].actor.id).toBe(kept.id);
    expect(keptOf(of(kept, 0), of(merged, 0))[0].actor.id).toBe(merged.id);
    expect(keptOf(of(kept, 0), of({ ...kept, id: `${ID}3` }, 0))[0].actor.id).toBe(kept.id);
  });

  it('become one by those who coordinate the region, where both are there', () => {
    const asked = { kept, merged, employs: false, takes: [] };
    expect(mergeInto(VISITOR, asked)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(mergeInto(coordinator, { ...asked, merged: kept })).toMatchObject({ refusal: { code: 'SAME_ENTRY' } });
    expect(mergeInto(coordinator, { ...asked, merged: { ...merged, archived: true } })).toMatchObject({ refusal: { code: 'ENTRY_GONE' } });
    expect(mergeInto(coordinator, { ...asked, merged: { ...merged, regionId: `${ID}6` } })).toMatchObject({
      refusal: { code: 'ENTRY_GONE' },
    });
  });

  it('become one that says what was chosen; the wish not to be proposed and the older confirmation hold', () => {
    const done = mergeInto(coordinator, { kept, merged, employs: false, takes: ['place', 'website', 'size'] });
    if (!done.ok) throw new Error(done.refusal.code);
    expect(done.value.actor).toMatchObject({
      id: kept.id,
      slug: kept.slug,
      name: 'Kornglück',
      street: 'Mühlweg 3',
      website: merged.website,
    });
    expect(done.value.actor).toMatchObject({ proposable: false, confirmedOn: '2026-10-01', parentId: `${ID}7`, themes: ['energie'] });
    const own = mergeInto(coordinator, { kept, merged: { ...merged, parentId: kept.id, confirmedOn: null }, employs: false, takes: [] });
    expect(own).toMatchObject({ value: { actor: { parentId: null, confirmedOn: '2026-11-01' } } });
    expect(mergeInto(coordinator, { kept: { ...kept, parentId: merged.id }, merged, employs: false, takes: [] })).toMatchObject({
      value: { actor: { parentId: `${ID}7` } },
    });
  });

  it('stay two where one is the council of the other, and keep the employer of either else', () => {
    const council = { ...kept, kind: 'UNION' as const, employerId: merged.id };
    for (const pair of [
      { kept: council, merged },
      { kept: merged, merged: council },
    ])
      expect(mergeInto(coordinator, { ...pair, employs: false, takes: [] })).toMatchObject({ refusal: { code: 'COUNCIL_AND_EMPLOYER' } });
    const twice = { ...merged, kind: 'UNION' as const, employerId: `${ID}7` };
    const done = mergeInto(coordinator, { kept: { ...council, employerId: null }, merged: twice, employs: false, takes: [] });
    if (!done.ok) throw new Error(done.refusal.code);
    expect(done.value.actor.employerId).toBe(`${ID}7`);
    expect(takeApart(done.value.actor, done.value.change).actor.employerId).toBeNull();
    // Where one of both has councils, together they are none: so nobody is council and employer at once, in whatever order entries become one.
    const employing = mergeInto(coordinator, { kept: { ...council, employerId: `${ID}7` }, merged, takes: [], employs: true });
    if (!employing.ok) throw new Error(employing.refusal.code);
    expect(employing.value.actor.employerId).toBeNull();
    expect(takeApart(employing.value.actor, employing.value.change).actor.employerId).toBe(`${ID}7`);
  });

  it('are two again as they were, except for what was changed since, which is named', () => {
    const done = mergeInto(coordinator, { kept, merged, employs: false, takes: MERGE_PARTS });
    if (!done.ok) throw new Error(done.refusal.code);
    const { actor, change } = done.value;
    expect(takeApart(actor, change)).toEqual({ actor: kept, left: [] });
    const changed = { ...actor, summary: 'Ganz neu.', city: 'Nordkamp', size: 'SMALL' as const };
    const apart = takeApart(changed, change);
    expect(apart.left).toEqual(['summary', 'place']);
    // Half of an address goes back with nothing.
    expect(apart.actor).toMatchObject({
      name: kept.name,
      summary: 'Ganz neu.',
      city: 'Nordkamp',
      street: 'Mühlweg 3',
      size: 'SMALL',
      website: '',
    });
  });
});
