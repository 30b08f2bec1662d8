import { FIRST_VIEW, NetworkOverview, sampleNetwork, svgInSteps, takenFrom } from '@knotenpunkt/network/domain';
import { inSlices } from './inSlices';

const network = new NetworkOverview(sampleNetwork(4_000, { tieFactor: 4 }));
const context = { language: 'de', audience: 'PUBLIC', licence: null, home: 'https://knoten.example/r/h', page: null } as const;
const region = { slug: 'harkenrode', name: 'Harkenrode', example: true, sourceNote: null };
const taken = takenFrom(network, FIRST_VIEW, { ...context, region });

describe('work in slices', () => {
  it('lets others go on while thousands of actors are drawn, and says how far it is', async () => {
    const shares: number[] = [];
    let [under, answered] = [true, 0];
    const knock = () => {
      answered++;
      if (under) setImmediate(knock);
    };
    setImmediate(knock);
    const pieces = await inSlices(svgInSteps(taken), { tell: (share) => shares.push(share), left: new AbortController().signal });
    under = false;
    expect(pieces!.join('')).toContain('</svg>');
    expect(answered).toBeGreaterThan(3);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.toSorted((p, q) => p - q)).toEqual(shares);
  });

  it('ends where it is left, without the rest of the work', async () => {
    const left = new AbortController();
    let steps = 0;
    function* endless(): Generator<number, never> {
      for (;;) {
        steps++;
        yield 0;
      }
    }
    const tell = () => left.abort();
    expect(await inSlices(endless(), { tell, left: left.signal })).toBeNull();
    const when = steps;
    await new Promise((go) => setTimeout(go, 0));
    expect(steps).toBe(when);
  });
});
