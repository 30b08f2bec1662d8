import type { NetworkTie } from './model';
import { placeSurroundings } from './surroundings';

const node = (id: string) => ({ id, label: id, kind: 'COMPANY', degree: 1, community: null });
const tie = (a: string, b: string): NetworkTie => ({ a, b, grade: 'WORKS_TOGETHER' });

describe('surroundings', () => {
  const nodes = ['me', 'n1', 'n2', 'n3', 'far'].map(node);
  const ties = [tie('me', 'n1'), tie('n2', 'me'), tie('me', 'n3'), tie('n2', 'far')];
  const placed = new Map(placeSurroundings('me', nodes, ties).map((each) => [each.id, each]));
  const reach = (id: string) => Math.hypot(placed.get(id)!.x / 1.35, placed.get(id)!.y);

  it('puts the actor in the middle and everyone else around it', () => {
    expect(placed.get('me')).toMatchObject({ x: 0, y: 0 });
    expect(placed.size).toBe(5);
    expect(reach('n1')).toBeCloseTo(1);
    expect(reach('far')).toBeGreaterThan(1.5);
  });

  it('puts who is two steps away near the neighbour it hangs on', () => {
    const distance = (a: string, b: string) => Math.hypot(placed.get(a)!.x - placed.get(b)!.x, placed.get(a)!.y - placed.get(b)!.y);
    expect(distance('far', 'n2')).toBeLessThan(distance('far', 'n1'));
  });

  it('gives the same picture for the same input', () => {
    expect(placeSurroundings('me', nodes, ties)).toEqual(placeSurroundings('me', nodes, ties));
  });
});
