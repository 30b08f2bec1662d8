import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { steadyRandom } from '../placing';
import { ARRANGEMENTS, COLOURS, LABELS, SIZES, STEPS } from './choices';
import { FIRST_VIEW, readView, sameView, viewFromAddress, viewToAddress, type NetworkView } from './view';
import { placedBy, sameFrame, samePlaces, withPlace, type ViewPlace } from './places';
import { beginHistory, carryOver, follow, goOn, redo, undo, type FollowedHistory } from './view-history';

function someView(random: () => number): NetworkView {
  const pick = <Value>(all: readonly Value[]) => all[Math.floor(random() * all.length)]!;
  return {
    chosen: random() < 0.5 ? [] : ['kompass', 'giesserei-nordkamp'].slice(0, 1 + Math.floor(random() * 2)),
    target: random() < 0.5 ? null : 'amt',
    tie: random() < 0.5 ? null : 'kompass',
    steps: pick(STEPS),
    kinds: FIRST_VIEW.kinds.filter(() => random() < 0.7),
    grades: (['WORKS_TOGETHER', 'STATED', 'MET'] as const).filter(() => random() < 0.6),
    themes: random() < 0.5 ? [] : ['care', 'work-time'],
    roles: random() < 0.5 ? [] : ['LEAD'],
    minStrength: pick([0, 0.25, 1.5]),
    sinceAfter: pick([null, '2025-01-31']),
    running: random() < 0.5,
    colour: pick(COLOURS),
    hidden: random() < 0.5 ? [] : ['g3', 's1'],
    size: pick(SIZES),
    label: pick(LABELS),
    arrangement: pick(ARRANGEMENTS),
    asOf: pick([null, '2026-02-28']),
    comparedWith: pick([null, '2024-02-29']),
    form: pick([null, 'picture', 'list']),
  };
}

describe('a view of the network', () => {
  const random = steadyRandom('views');
  const views = Array.from({ length: 200 }, () => someView(random));

  it('stands in the address, and comes out of it as it was', () => {
    for (const view of views) expect(viewFromAddress(viewToAddress(view))).toEqual(view);
  });

  it('is kept as JSON, and comes back as it was', () => {
    for (const view of views) expect(readView(JSON.parse(JSON.stringify(view)))).toEqual({ ok: true, value: view });
  });

  it('says nothing in the address of what is as at first, and leaves alone what others wrote there', () => {
    expect(String(viewToAddress(FIRST_VIEW))).toBe('');
    expect(String(viewToAddress({ ...FIRST_VIEW, steps: 2 }, new URLSearchParams('sicht=7&schritte=1')))).toBe('sicht=7&schritte=2');
  });

  it('is as at first where an address says what nobody understands', () => {
    const strange = 'akteur=%3Cscript%3E&schritte=9&staerke=-1&tag=2026-02-31&anordnung=spirale&farbe=&feld=,,&ziel=a%20b';
    expect(viewFromAddress(new URLSearchParams(strange))).toEqual(FIRST_VIEW);
  });

  it.each([
    null,
    [],
    'chosen',
    { colour: 'red' },
    { chosen: 'kompass' },
    { chosen: [1] },
    { kinds: ['ROBOT'] },
    { steps: 4 },
    { minStrength: 'a' },
    { minStrength: null },
    { asOf: '2026-13-01' },
    { form: 'film' },
    { running: 'ja' },
    { unknown: 1 },
    { target: { toString: null } },
  ])('is refused where it is none: %j', (json) => {
    expect(readView(json)).toMatchObject({ ok: false, refusal: { code: 'VIEW_INVALID' } });
  });

  it('is gone back to step by step, and forward again', () => {
    let history = beginHistory(FIRST_VIEW);
    for (const view of views) history = goOn(history, view);
    const last = history.now;
    const steps = history.before.length;
    expect(steps).toBeLessThanOrEqual(100);
    for (let step = 0; step < steps; step++) history = undo(history);
    expect(undo(history)).toEqual(history);
    for (let step = 0; step < steps; step++) history = redo(history);
    expect(history.now).toEqual(last);
    expect(redo(history)).toEqual(history);
  });

  it('can no longer be done again once something else was done, and the same is no step', () => {
    const [one, other] = [
      { ...FIRST_VIEW, steps: 1 as const },
      { ...FIRST_VIEW, steps: 2 as const },
    ];
    const back = undo(goOn(beginHistory(FIRST_VIEW), one));
    expect(goOn(back, other).after).toEqual([]);
    expect(goOn(back, { ...FIRST_VIEW })).toBe(back);
    expect(sameView(one, other)).toBe(false);
  });

  it('is gone back to link by link where the address changed by itself', () => {
    let followed: FollowedHistory = { history: beginHistory(FIRST_VIEW), left: null };
    const walked = ['kompass', 'giesserei-nordkamp', 'amt'].map((slug) => ({ ...FIRST_VIEW, chosen: [slug] }));
    for (const view of walked) followed = follow(followed, view);
    expect(followed.history.before.map(({ view }) => view)).toEqual([FIRST_VIEW, ...walked.slice(0, -1)]);
    const back = undo(followed.history);
    expect(back.now.view).toEqual(walked[1]);
    // The address follows later than the step; until then it is no step of its own.
    const underWay = { history: back, left: walked[2]! };
    expect(follow(underWay, walked[2]!)).toBe(underWay);
    const arrived = follow(underWay, walked[1]!);
    expect(arrived).toEqual({ history: back, left: null });
    expect(follow(arrived, { ...walked[1]! })).toBe(arrived);
    expect(redo(arrived.history).now.view).toEqual(walked[2]);
    expect(follow(arrived, FIRST_VIEW).history.before.at(-1)?.view).toEqual(walked[1]);
  });

  const moved = (x: number, of: string | null = null) => ({ of, places: [{ actorId: 'kompass', x, y: 1 }] });

  it('has the moves of actors among its steps, and goes back to where they stood', () => {
    let history = goOn(goOn(beginHistory(FIRST_VIEW), FIRST_VIEW, moved(1)), FIRST_VIEW, moved(2));
    expect(goOn(history, FIRST_VIEW, moved(2))).toBe(history);
    // Who filters in between takes nobody's place away.
    history = goOn(history, { ...FIRST_VIEW, steps: 1 });
    expect(history.now.moved).toEqual(moved(2));
    const back = undo(undo(history));
    expect(back.now).toEqual({ view: FIRST_VIEW, moved: moved(1) });
    expect(undo(back).now).toEqual({ view: FIRST_VIEW, moved: null });
    expect(redo(redo(back)).now).toEqual(history.now);
    // A move does not stand in the address: what it shows all the time is no step of its own.
    expect(follow({ history: back, left: FIRST_VIEW }, FIRST_VIEW).history).toBe(back);
  });

  it('shows the same places at each step after it was kept, changed or left as it was before', () => {
    const history = goOn(beginHistory(FIRST_VIEW), FIRST_VIEW, moved(2));
    const kept = carryOver(history, { of: null, places: [] }, 'new');
    expect(kept.now.moved).toEqual(moved(2, 'new'));
    expect(undo(kept).now.moved).toEqual({ of: 'new', places: [] });
    expect(carryOver(kept, { of: 'new', places: [] }, null).now.moved).toEqual(moved(2));
    // Moves in another kept view stay with that.
    expect(carryOver(kept, { of: 'other', places: [] }, 'third')).toEqual(kept);
  });
});

describe('what is moved by hand', () => {
  it('is at the last place it was put, and changes nothing else of the network', () => {
    const network = new NetworkOverview(sampleNetwork(40));
    const [one, other] = [network.actorAt(3), network.actorAt(5)];
    const places = [
      { actorId: one.id, x: 1, y: 2 },
      { actorId: 'gone', x: 7, y: 7 },
    ].reduce(withPlace, [{ actorId: one.id, x: 90, y: 90 }] as ViewPlace[]);
    const placed = placedBy(network, FIRST_VIEW, places);
    expect(placed.byId(one.id)).toEqual({ ...one, x: 1, y: 2 });
    expect(placed.byId(other.id)).toEqual(other);
    expect(network.byId(one.id)).toEqual(one);
    expect(placed.ties).toEqual(network.ties);
    // Where a place says more than who is near, nobody is moved.
    for (const arrangement of ['rings', 'map', 'matrix', 'timeline'] as const)
      expect(placedBy(network, { arrangement }, places)).toBe(network);
    expect(placedBy(network, FIRST_VIEW, [{ actorId: 'gone', x: 1, y: 1 }])).toBe(network);
  });

  it('is the same where the same stand at the same places, in whatever order', () => {
    const [a, b] = ['a', 'b'].map((actorId, at) => ({ actorId, x: at, y: at })) as [ViewPlace, ViewPlace];
    expect(samePlaces([a, b], [b, a])).toBe(true);
    expect(samePlaces([a], [a, b])).toBe(false);
    expect(samePlaces([a], [{ ...a, x: 9 }])).toBe(false);
  });

  it('is seen in the same part where nobody would tell the difference', () => {
    const frame = { x: 500, y: 500, zoom: 2 };
    expect(sameFrame(frame, { x: 505, y: 500, zoom: 2.01 })).toBe(true);
    expect(sameFrame(frame, { ...frame, x: 520 })).toBe(false);
    expect(sameFrame(frame, { ...frame, zoom: 2.2 })).toBe(false);
    expect(sameFrame(frame, null)).toBe(false);
    expect(sameFrame(null, null)).toBe(true);
  });
});
