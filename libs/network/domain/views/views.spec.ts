import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { KIND_HUES, KIND_SHAPES } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { FIRST_VIEW, viewFromAddress, type NetworkView } from '../view/view';
import { embedPage } from './embed-page';
import { embedPicture } from './embed-picture';
import { escaped } from './escaped';
import { keepsFor, mayOpen, type KeptOwner } from './keeping';
import { ends, writeNote } from './network-note';
import { moved, saveRound } from './round';
import { changeView, parseView, saveView, VIEW_LIMITS, type ViewContent, type ViewWish } from './saved-view';
import { shownTo, withIds } from './shown-content';

const id = (at: number) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const person: Viewer = { ...VISITOR, personId: id(1) };
const editor: Viewer = { ...person, mandates: [{ id: id(2), actorId: id(3), role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }] };
const coordinator: Viewer = { ...VISITOR, personId: id(4), coordinator: true };
const content: ViewContent = { value: FIRST_VIEW, frame: null, places: [], notes: [] };
const wish: ViewWish = { id: id(5), ownerKind: 'PERSON', ownerActorId: null, name: 'Pflege', sentence: '', visibility: 'OWN', content };
const about = { regionId: id(6), kept: 0, today: '2026-11-27' };

function refusalOf(result: { ok: true } | { ok: false; refusal: { code: string } }): string | null {
  return result.ok ? null : result.refusal.code;
}

describe('keeping a view', () => {
  it('is for oneself, for those one acts for, and for the coordination for the region', () => {
    expect(refusalOf(saveView(VISITOR, wish, about))).toBe('NOT_PERMITTED');
    expect(refusalOf(saveView(person, wish, about))).toBeNull();
    const forActor = { ...wish, ownerKind: 'ACTOR' as const, ownerActorId: id(3) };
    expect(refusalOf(saveView(editor, forActor, about))).toBeNull();
    expect(refusalOf(saveView(person, forActor, about))).toBe('NOT_PERMITTED');
    expect(refusalOf(saveView(editor, { ...forActor, ownerActorId: null }, about))).toBe('OWNER_MISSING');
    const forRegion = { ...wish, ownerKind: 'REGION' as const, visibility: 'REGION' as const };
    expect(refusalOf(saveView(editor, forRegion, about))).toBe('NOT_PERMITTED');
    expect(refusalOf(saveView(coordinator, forRegion, about))).toBeNull();
    expect(refusalOf(saveView(coordinator, { ...wish, visibility: 'REGION' }, about))).toBe('ONLY_REGION');
  });

  it('has limits, and names what is wrong', () => {
    expect(refusalOf(saveView(person, { ...wish, name: ' ' }, about))).toBe('TEXT_MISSING');
    expect(refusalOf(saveView(person, wish, { ...about, kept: 100 }))).toBe('TOO_MANY_VIEWS');
    const notes = Array.from({ length: VIEW_LIMITS.notes + 1 }, (_, at) => ({ actorId: id(at), text: 'Hier.' }));
    expect(refusalOf(saveView(person, { ...wish, content: { ...content, notes } }, about))).toBe('TOO_MANY_NOTES');
    const far = { ...content, frame: { x: Infinity, y: 0, zoom: 1 } };
    expect(refusalOf(saveView(person, { ...wish, content: far }, about))).toBe('VIEW_INVALID');
    for (const wrong of ['', 'null', '[]', '{"chosen":7}', '{"unknown":1}', '{"colour":"pink"}', 'x'.repeat(9_000)])
      expect(refusalOf(parseView(wrong))).toBe('VIEW_INVALID');
    expect(parseView('{}')).toEqual({ ok: true, value: FIRST_VIEW });
    // Whatever a page shows, it can keep.
    for (const address of ['', 'laufend=ja&feld=pflege&schritte=2', 'akteur=a,b&ziel=c&farbe=alter&ansicht=liste&tag=2026-01-01']) {
      const view = viewFromAddress(new URLSearchParams(address));
      expect(parseView(JSON.stringify(view))).toEqual({ ok: true, value: view });
    }
  });

  it('is opened by its owner, and by others once it is shared and not put away', () => {
    const owner: KeptOwner = { kind: 'PERSON', personId: id(1) };
    expect(mayOpen(VISITOR, { owner, visibility: 'OWN' })).toBe(false);
    expect(mayOpen(person, { owner, visibility: 'OWN', archived: true })).toBe(true);
    expect(mayOpen(VISITOR, { owner, visibility: 'LINK' })).toBe(true);
    expect(mayOpen(coordinator, { owner, visibility: 'LINK', archived: true })).toBe(false);
    expect(keepsFor(coordinator, owner)).toBe(false);
  });

  it('does not lose what it says of actors its author does not see', () => {
    const saved = saveView(person, wish, about);
    const [seen, unseen] = [id(10), id(11)];
    const both = (make: (actorId: string) => { actorId: string }) => [unseen, seen].map(make) as never;
    const before: ViewContent = {
      value: { ...FIRST_VIEW, chosen: [unseen, seen], target: unseen, tie: unseen },
      ...{ frame: null, places: both((actorId) => ({ actorId, x: 1, y: 2 })), notes: both((actorId) => ({ actorId, text: 'Notiz' })) },
    };
    const change = (value: Partial<NetworkView>) => {
      const wished = { content: { ...content, value: { ...FIRST_VIEW, ...value } }, before, seen: (actorId: string) => actorId === seen };
      const changed = saved.ok ? changeView(person, saved.value.view, wished, '2026-11-28') : null;
      return changed?.ok ? changed.value.content : null;
    };
    expect(change({ chosen: [id(12)] })).toMatchObject({
      value: { chosen: [unseen, id(12)], target: unseen, tie: unseen },
      ...{ places: [{ actorId: unseen }], notes: [{ actorId: unseen }] },
    });
    // What the author sees is as the author wants it.
    expect(change({ chosen: [seen], target: seen, tie: seen })!.value).toMatchObject({ chosen: [unseen, seen], target: seen, tie: seen });
    const many = Array.from({ length: 8 }, (_, at) => id(20 + at));
    expect(parseView(JSON.stringify(change({ chosen: many })!.value)).ok).toBe(true);
  });
});

describe('what a reader is shown', () => {
  const actors = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });

  it('never names an actor the reader does not know, and all others by the slug of today', () => {
    fc.assert(
      fc.property(actors, actors, actors, actors, (chosen, noted, placed, known) => {
        const kept: ViewContent = {
          value: {
            ...FIRST_VIEW,
            chosen: chosen.map(id),
            target: chosen[0] === undefined ? null : id(chosen[0]),
            tie: chosen[1] === undefined ? null : id(chosen[1]),
          },
          frame: null,
          places: placed.map((at) => ({ actorId: id(at), x: 0, y: 0 })),
          notes: noted.map((at) => ({ actorId: id(at), text: `Notiz ${at}.` })),
        };
        const shown = shownTo(kept, (actorId) =>
          known.some((at) => id(at) === actorId) ? { id: actorId, slug: `slug-${actorId}` } : null,
        );
        const text = JSON.stringify(shown);
        for (const at of [...chosen, ...noted, ...placed]) {
          if (known.includes(at)) continue;
          expect(text).not.toContain(id(at));
          expect(text).not.toContain(`Notiz ${at}.`);
        }
        expect(shown.value.chosen).toEqual(chosen.filter((at) => known.includes(at)).map((at) => `slug-${id(at)}`));
        expect(shown.notes).toHaveLength(noted.filter((at) => known.includes(at)).length);
      }),
    );
  });

  it('survives that an actor is called otherwise: it is kept by id', () => {
    const kept = withIds({ ...FIRST_VIEW, chosen: ['alt', 'weg'], target: 'alt' }, (slug) => (slug === 'alt' ? { id: id(1) } : null));
    expect([kept.chosen, kept.target]).toEqual([[id(1)], id(1)]);
    const shown = shownTo({ ...content, value: kept }, (actorId) => ({ id: actorId, slug: 'neu' }));
    expect([shown.value.chosen, shown.value.target]).toEqual([['neu'], 'neu']);
  });
});

describe('a round', () => {
  const stops = [{ viewId: id(20), sentence: 'Hier.' }];
  const round = {
    id: id(21),
    ownerKind: 'PERSON' as const,
    ownerActorId: null,
    name: 'Beirat',
    sentence: '',
    visibility: 'OWN' as const,
    stops,
  };
  const around = { regionId: id(6), present: null, kept: 0, opens: new Set([id(20)]), today: '2026-11-27' };

  it('is made by members of views they may open', () => {
    expect(refusalOf(saveRound(person, round, around))).toBe('NOT_PERMITTED');
    expect(refusalOf(saveRound(editor, round, around))).toBeNull();
    expect(refusalOf(saveRound(editor, { ...round, stops: [] }, around))).toBe('ROUND_EMPTY');
    expect(refusalOf(saveRound(editor, round, { ...around, opens: new Set() }))).toBe('VIEW_UNKNOWN');
    const many = Array.from({ length: 41 }, () => stops[0]!);
    expect(refusalOf(saveRound(editor, { ...round, stops: many }, around))).toBe('TOO_MANY_STOPS');
  });

  it('keeps the views its author may not open where they stood, and takes away only what its author took away', () => {
    const former = [id(22), id(20), id(23), id(24)].map((viewId) => ({ viewId, sentence: 'Vorher.' }));
    const present = { ...round, regionId: id(6), owner: { kind: 'PERSON' as const, personId: id(1) } };
    const opens = new Set([id(20), id(23)]);
    const saved = saveRound(
      editor,
      { ...round, stops },
      { ...around, opens, present: { ...present, stops: former, keptOn: '2026-11-01', changedOn: '2026-11-01', version: 1 } },
    );
    expect(saved.ok && saved.value.stops.map(({ viewId }) => viewId)).toEqual([id(22), id(20), id(24)]);
  });

  it('keeps all its views when one is moved', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: -3, max: 12 }), fc.integer({ min: -3, max: 12 }), (list, from, to) => {
        expect(moved(list, from, to).toSorted()).toEqual(list.toSorted());
      }),
    );
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});

describe('a note of the coordination', () => {
  const note = { id: id(30), actorId: id(9), otherId: id(8), text: 'Sprechen miteinander.' };
  const known = { regionId: id(6), present: null, known: new Set([id(8), id(9)]), count: 0, today: '2026-11-27' };

  it('stands at the pair, whoever is named first', () => {
    expect(ends(id(9), id(8))).toEqual(ends(id(8), id(9)));
    expect(writeNote(coordinator, note, known)).toMatchObject({ ok: true, value: { actorId: id(8), otherId: id(9) } });
  });

  it('is written by the coordination only, on who is there', () => {
    expect(refusalOf(writeNote(editor, note, known))).toBe('NOT_PERMITTED');
    expect(refusalOf(writeNote(coordinator, { ...note, otherId: id(9) }, known))).toBe('SAME_ACTOR');
    expect(refusalOf(writeNote(coordinator, { ...note, otherId: id(7) }, known))).toBe('ACTOR_UNKNOWN');
    expect(refusalOf(writeNote(coordinator, note, { ...known, count: 20 }))).toBe('TOO_MANY_NETWORK_NOTES');
  });
});

describe('an embedded view', () => {
  it('takes no text as markup', () => {
    const evil = `"><script>ran()</script>'`;
    const page = embedPage({
      ...{ language: 'de', title: evil, sentence: evil, state: evil, source: evil, remark: evil, picture: '<svg></svg>' },
      link: { address: evil, text: evil },
      notes: { title: evil, rows: [{ number: 1, name: evil, address: evil, text: evil }] },
      kinds: [{ kind: 'UNION', text: evil }],
      legend: [{ grade: 'MET', text: evil }],
      table: {
        summary: evil,
        head: [evil, evil, evil, evil],
        rows: [{ name: evil, address: evil, kind: evil, city: evil, ties: evil }],
        more: evil,
      },
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`"${evil[0]}`);
    expect(escaped(evil)).toBe('&quot;&gt;&lt;script&gt;ran()&lt;/script&gt;&#39;');
  });

  it('draws each kind in its hue and its shape, and needs no style for that', () => {
    const actor = { name: 'A', label: 'A', slug: 'a', themes: [], city: null, community: null, degree: 1, x: 1, y: 1 };
    const actors = (['UNION', 'CHAMBER', 'SOMETHING_NEW'] as const).map((kind, at) => ({ ...actor, id: id(at), kind }));
    const picture = embedPicture(actors, [], { chosen: new Set(), noted: new Map(), named: false, title: 'Bild', ground: null });
    for (const kind of ['UNION', 'CHAMBER', 'OTHER'] as const) {
      expect(picture).toContain(`fill="${KIND_HUES[kind]}"`);
      expect(picture).toContain(`d="${KIND_SHAPES[kind]}"`);
    }
    expect(picture).not.toMatch(/<circle|style=/);
  });

  it('flies a flag with its number at each actor that carries a note, and writes no name on it', () => {
    const actor = { kind: 'UNION', themes: [], city: null, community: null, degree: 1, slug: 'a' };
    const actors = [
      { ...actor, id: id(1), name: 'Unten', label: 'Unten', x: 0, y: 0 },
      { ...actor, id: id(2), name: 'Oben', label: 'Oben', x: 0, y: 100 },
    ];
    const options = { chosen: new Set<string>(), named: true, title: 'Bild', ground: null };
    const picture = embedPicture(actors, [], { ...options, noted: new Map([[id(2), 7]]) });
    expect(picture.match(/class="flag"/g)).toHaveLength(1);
    expect(picture).toMatch(/<g class="flag">.*>7<\/text>/);
    expect(embedPicture(actors, [], { ...options, noted: new Map() })).not.toContain('flag');
  });

  it('draws a map beneath the marks, in the same unit, and writes no markup of its names', () => {
    const actor = { id: id(1), name: 'A', label: 'A', slug: 'a', kind: 'UNION', themes: [], city: null, community: null, degree: 1 };
    const ground = {
      extent: { x: 0, y: 0, width: 1_000, height: 1_000 },
      spacing: 30,
      lines: [{ points: [[0, 0], [500, 500]], strong: true }], // prettier-ignore
      names: [{ x: 500, y: 500, align: 'middle', text: 'Ost<walden>' }],
    } as const;
    const plain = { chosen: new Set<string>(), noted: new Map<string, number>(), named: false, title: 'Bild' };
    const picture = embedPicture([{ ...actor, x: 500, y: 500 }], [], { ...plain, ground });
    expect(picture).toContain('<path class="ground strong" d="M94 44L300 250"/>');
    expect(picture).toContain('text-anchor="middle">Ost&lt;walden&gt;</text>');
    expect(picture.indexOf('class="ground')).toBeLessThan(picture.indexOf('translate(300 250)'));
  });
});
