import { idFrom } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { createNetworkTestApp } from './network-test-app';
import { SnapshotService } from './snapshot.service';

interface Tie {
  a: { id: string; label: string };
  b: { id: string; label: string };
  grade: string;
  reasons: { nodeType: string; declared: boolean; title: string | null; slug: string | null }[];
}

const TIE = 'a { id label } b { id label } grade reasons { nodeType declared title slug }';

describe('the network', () => {
  let app: TestApp;
  let regions: ReadonlyMap<string, Region>;
  const ask = async <Data>(query: string, variables: object = {}, slug = 'harkenrode') => {
    const { data, errors } = await app.query<Data>(query, variables as never, { region: regions.get(slug)! } as never);
    expect(errors).toBeUndefined();
    return data;
  };
  const tiesOf = async (actorId: string, slug?: string) =>
    (
      await ask<{ surroundings: { ties: Tie[] } }>(
        `query($id: ID!) { surroundings(actorId: $id, depth: 1) { ties { ${TIE} } } }`,
        { id: actorId },
        slug,
      )
    ).surroundings.ties;

  beforeAll(async () => {
    ({ app, regions } = await createNetworkTestApp());
    await app.get(SnapshotService).bringUpToDate(regions.get('dortmund')!);
  });
  afterAll(() => app.close());

  it('tells of each tie what made it, and where one can read it', async () => {
    const ties = await tiesOf(idFrom('harkenrode', 'actor', 'a008'));
    const reasons = ties.flatMap((tie) => tie.reasons);
    expect(ties.length).toBeGreaterThan(3);
    expect(reasons.filter(({ title }) => !title)).toEqual([]);
    expect(reasons).toContainEqual(expect.objectContaining({ nodeType: 'Initiative', slug: '4-9-im-verkauf' }));
    expect(ties.flatMap(({ a, b }) => [a.label, b.label]).filter((label) => label === '')).toEqual([]);
  });

  it('finds the shortest ways, each step with its reason', async () => {
    const [from, to] = [idFrom('harkenrode', 'actor', 'a008'), idFrom('harkenrode', 'actor', 'logistikpark')];
    const { paths } = await ask<{ paths: { length: number | null; count: number; paths: string[][]; ties: Tie[] } }>(
      `query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length count paths ties { ${TIE} } } }`,
      { from, to: idFrom('harkenrode', 'actor', 'a031') },
    );
    expect(paths.length).not.toBeNull();
    for (const path of paths.paths) {
      expect(path).toHaveLength(paths.length! + 1);
      path.slice(1).forEach((id, at) => {
        const step = paths.ties.find(({ a, b }) => [a.id, b.id].includes(id) && [a.id, b.id].includes(path[at]!));
        expect(step?.reasons.length).toBeGreaterThan(0);
      });
    }
    const alone = await ask<{ paths: { count: number } }>('query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { count } }', {
      from,
      to,
    });
    expect(alone.paths.count).toBe(0);
  });

  it('draws Dortmund on what the press says, names everybody, and ties nobody by presumption', async () => {
    const { networkState } = await ask<{ networkState: { analysedOn: string; asOf: string; address: string } }>(
      '{ networkState { analysedOn asOf address } }',
      {},
      'dortmund',
    );
    expect(networkState).toMatchObject({ analysedOn: 'STATED', asOf: '2024-04-30' });
    const { actors } = await ask<{ actors: { edges: { node: { id: string } }[] } }>(
      '{ actors(first: 100) { edges { node { id } } } }',
      {},
      'dortmund',
    );
    const ties = (await Promise.all(actors.edges.map(({ node }) => tiesOf(node.id, 'dortmund')))).flat();
    expect(ties.length).toBeGreaterThan(0);
    expect(new Set(ties.map(({ grade }) => grade))).toEqual(new Set(['STATED']));
    expect(ties.flatMap(({ a, b }) => [a.label, b.label]).filter((label) => label === '')).toEqual([]);
  });

  it('shows nothing of what is still in talks', async () => {
    const utility = await tiesOf(idFrom('harkenrode', 'actor', 'a034'));
    const slugs = utility.flatMap((tie) => tie.reasons.map(({ slug }) => slug));
    expect(slugs).not.toContain('fruehbus-gewerbegebiet-ost');
    expect(slugs).not.toContain('waerme-aus-nordkamp');
  });
});
