import { emphasise, NO_ATTENTION } from './emphasis';
import type { NetworkNode, NetworkTie } from './model';

const node = (id: string, kind = 'COMPANY'): NetworkNode => ({ id, label: id, kind, x: 0, y: 0, degree: 1, community: null });
const nodes = [node('a'), node('b', 'UNION'), node('c'), node('d')];
const ties: NetworkTie[] = [
  { a: 'a', b: 'b', grade: 'WORKS_TOGETHER' },
  { a: 'b', b: 'c', grade: 'STATED' },
  { a: 'c', b: 'd', grade: 'MET' },
];
const weights = (attention: Partial<typeof NO_ATTENTION>) => {
  const emphasis = emphasise(nodes, ties, { ...NO_ATTENTION, ...attention });
  return { nodes: nodes.map(emphasis.node), ties: ties.map(emphasis.tie) };
};

describe('the emphasis of the picture', () => {
  it('is even while nothing is chosen', () => {
    expect(weights({})).toEqual({ nodes: ['plain', 'plain', 'plain', 'plain'], ties: ['plain', 'plain', 'plain'] });
  });

  it('lifts the chosen actor, its neighbours and its ties', () => {
    expect(weights({ focus: 'a' })).toEqual({ nodes: ['focus', 'near', 'far', 'far'], ties: ['near', 'far', 'far'] });
  });

  it('lifts all who are compared, each with its neighbours', () => {
    expect(weights({ focus: 'a', alsoChosen: ['d'] })).toEqual({
      nodes: ['focus', 'near', 'near', 'focus'],
      ties: ['near', 'far', 'near'],
    });
  });

  it('lifts a path with the ties along it', () => {
    expect(weights({ path: ['a', 'b', 'c'] })).toEqual({ nodes: ['path', 'path', 'path', 'far'], ties: ['path', 'path', 'far'] });
  });

  it('takes back a kind together with its ties, and a grade alone', () => {
    expect(weights({ dimmedKinds: new Set(['UNION']) })).toEqual({
      nodes: ['plain', 'filtered', 'plain', 'plain'],
      ties: ['filtered', 'filtered', 'plain'],
    });
    expect(weights({ dimmedGrades: new Set(['MET'] as const) }).ties).toEqual(['plain', 'plain', 'filtered']);
  });

  it('never takes back the chosen actor', () => {
    expect(weights({ focus: 'b', dimmedKinds: new Set(['UNION']) }).nodes[1]).toBe('focus');
  });
});
