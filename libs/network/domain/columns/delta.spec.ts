import fc from 'fast-check';
import { applyDelta, deltaBetween, packDelta, unpackDelta } from './delta';
import type { NetworkColumns } from './network-columns';
import { NetworkOverview } from './network-overview';
import { pickActors, pickTies, standingAlone } from './part';
import { sampleNetwork } from './sample-network';

/** What one sees of a network, whatever the order of its vocabularies, and without what comes with the next snapshot only. */
function seen(columns: NetworkColumns) {
  const { actors, ties } = new NetworkOverview(columns);
  return {
    actors: actors.map(({ x, y, community, ...actor }) => (void [x, y, community], actor)),
    places: columns.actors.lon.map(Number),
    ties: ties.map((tie, at) => ({ ...tie, until: columns.ties.until[at] })),
  };
}

/** Another network of some of the same actors: some are gone, some have another name, kind or themes, some ties are others. */
function later(whole: NetworkColumns, seed: { gone: number[]; renamed: number[]; untied: number[]; stronger: number[] }): NetworkColumns {
  const has = (list: number[], at: number) => list.some((one) => one % 17 === at % 17);
  const places = Uint32Array.from(whole.actors.ids.keys()).filter((place) => !has(seed.gone, place));
  const moved = new Map(Array.from(places, (place, at) => [place, at]));
  const chosen = Uint32Array.from(whole.ties.a.keys()).filter(
    (tie) => moved.has(whole.ties.a[tie]!) && moved.has(whole.ties.b[tie]!) && !has(seed.untied, tie),
  );
  const actors = pickActors(whole.actors, places);
  const ties = pickTies(whole.ties, chosen, (place) => moved.get(place)!);
  const degree = new Uint32Array(places.length);
  for (const ends of [ties.a, ties.b]) for (const end of ends) degree[end]!++;
  // The vocabulary of kinds is another one as well.
  const kinds = ['ASSOCIATION', ...whole.kinds];
  return {
    ...whole,
    seq: whole.seq + 7,
    kinds,
    actors: {
      ...actors,
      degree,
      names: actors.names.map((name, at) => (has(seed.renamed, places[at]!) ? `${name} neu` : name)),
      kind: actors.kind.map((kind, at) => (has(seed.renamed, places[at]! + 1) ? 0 : kind + 1)),
    },
    ties: { ...ties, strength: ties.strength.map((strength, at) => (has(seed.stronger, chosen[at]!) ? strength + 1 : strength)) },
  };
}

describe('what is different since a snapshot', () => {
  const list = fc.array(fc.nat(16), { maxLength: 3 });
  const anySeed = fc.record({ gone: list, renamed: list, untied: list, stronger: list });
  const anySize = fc.integer({ min: 0, max: 40 });

  it('makes the newer network of the older, whichever way one goes', () => {
    fc.assert(
      fc.property(anySize, anySeed, (size, seed) => {
        const before = sampleNetwork(size);
        const after = later(before, seed);
        for (const [base, now] of [
          [before, after],
          [after, before],
        ] as const) {
          const delta = deltaBetween(base, now);
          if (delta === null) expect(seen(now)).toEqual(seen(base));
          else expect(seen(applyDelta(base, unpackDelta(packDelta(delta).buffer)))).toEqual(seen(now));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing where nothing is, and small where little is', () => {
    const whole = sampleNetwork(2_000);
    expect(deltaBetween(whole, { ...whole, seq: 9 })).toBeNull();
    const strength = whole.ties.strength.slice();
    strength[5]! += 1;
    const delta = deltaBetween(whole, { ...whole, seq: 9, ties: { ...whole.ties, strength } })!;
    expect(delta.actors.ids).toEqual([whole.actors.ids[whole.ties.a[5]!], whole.actors.ids[whole.ties.b[5]!]].sort());
    expect(packDelta(delta).length).toBeLessThan(4_000);
    expect(delta).toMatchObject({ base: 1, seq: 9, gone: [] });
  });

  it('has the same bytes however many others were looked at', () => {
    fc.assert(
      fc.property(anySize, anySeed, fc.array(fc.nat(16)), (size, seed, besides) => {
        const before = sampleNetwork(size);
        const after = later(before, seed);
        const whole = deltaBetween(before, after);
        const least = new Set([...(whole?.gone ?? []), ...(whole?.actors.ids ?? [])]);
        const more = new Set([...least, ...before.actors.ids.filter((_, place) => besides.includes(place % 17))]);
        const [fewer, others] = [least, more].map((among) => {
          const places = Uint32Array.from(after.actors.ids.keys()).filter((place) => among.has(after.actors.ids[place]!));
          return deltaBetween(before, standingAlone(after, places), among);
        });
        const bytes = [whole, fewer!, others!].map((delta) => delta && Buffer.from(packDelta(delta)).toString('hex'));
        expect(new Set(bytes).size).toBe(1);
      }),
    );
  });

  it('looks no further than those it is told to look at', () => {
    const whole = sampleNetwork(60);
    const after = later(whole, { gone: [3], renamed: [5], untied: [], stronger: [] });
    const places = [5, 22, 3].map((place) => whole.actors.ids[place]!);
    const there = Uint32Array.from(after.actors.ids.keys()).filter((place) => places.includes(after.actors.ids[place]!));
    const small: NetworkColumns = {
      ...after,
      actors: pickActors(after.actors, there),
      ties: pickTies(after.ties, new Uint32Array(0), (place) => place),
    };
    const delta = deltaBetween(whole, small, new Set(places))!;
    expect(delta.gone).toEqual([whole.actors.ids[3]]);
    expect(delta.actors.names).toEqual(['Organisation 6 e. V. neu', 'Organisation 23 e. V. neu']);
  });
});
