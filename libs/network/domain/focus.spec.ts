import { focusOf } from './focus';
import type { OverviewActor, OverviewTie } from './columns/network-overview';

const actor = (id: string, degree: number) => ({ id, degree }) as OverviewActor;
const tie = (a: string, b: string, strength: number) => ({ a, b, strength }) as OverviewTie;
const nobody = { chosenId: null, path: [] };

describe('what is drawn of a network', () => {
  const actors = Array.from({ length: 20 }, (_, at) => actor(`a${String(at).padStart(2, '0')}`, 20 - at));
  const ties = actors.slice(1).map(({ id }, at) => tie('a00', id, 1 / (at + 1)));

  it('is all of a small one', () => {
    expect(focusOf({ actors, ties }, nobody)).toEqual({ actors, ties, partial: false });
  });

  it('is of a large one those with the most ties, and the strongest among them', () => {
    const { actors: drawn, ties: lines, partial } = focusOf({ actors, ties }, nobody, { actors: 5, ties: 3 });
    expect(partial).toBe(true);
    expect(drawn.map(({ id }) => id)).toEqual(['a00', 'a01', 'a02', 'a03', 'a04']);
    expect(lines.map(({ b }) => b)).toEqual(['a01', 'a02', 'a03']);
  });

  it('has the chosen one, those around it, and everybody on the way', () => {
    const more = [...ties, tie('a19', 'a18', 0.01)];
    const looked = { chosenId: 'a19', path: ['a19', 'a00', 'a17'] };
    const { actors: drawn, ties: lines } = focusOf({ actors, ties: more }, looked, { actors: 6, ties: 3 });
    expect(drawn.map(({ id }) => id)).toEqual(expect.arrayContaining(['a19', 'a18', 'a00', 'a17']));
    expect(drawn).toHaveLength(6);
    expect(lines.map(({ a, b }) => [a, b].sort().join())).toEqual(expect.arrayContaining(['a00,a19', 'a00,a17', 'a18,a19']));
  });
});
