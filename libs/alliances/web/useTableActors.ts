import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import type { TableActor } from './coverage';
import { useTableActor } from './useCandidates';

const NAMED = graphql(`
  query NamedAtTable($ids: [ID!]!) {
    actors(filter: { ids: $ids }, first: 12) {
      edges {
        node {
          id
          ...TableActor
        }
      }
    }
  }
`);

/** More are not named by an address. */
const MOST_NAMED = 12;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Those whom an address names for the table (`?mit=id,id`), in its order; undefined while they are on their way. */
export function useTableActors(named: string | null, wanted: readonly string[]): TableActor[] | undefined {
  const toTableActor = useTableActor(wanted);
  const ids = (named ?? '')
    .split(',')
    .filter((id) => ID.test(id))
    .slice(0, MOST_NAMED);
  const { data, error } = useQuery(NAMED, ids.length > 0 ? { variables: { ids } } : skipToken);
  if (ids.length === 0 || error) return [];
  if (!data) return undefined;
  const found = new Map(data.actors.edges.map(({ node }) => [node.id, node]));
  return ids.flatMap((id) => {
    const actor = found.get(id.toLowerCase());
    return actor ? [toTableActor(actor)] : [];
  });
}
