import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages, type Say } from '@knotenpunkt/webkit/i18n';
import { coversOf, type TableActor } from './coverage';

/** What has to be known of an actor to weigh whether it belongs at a table. */
export const TABLE_ACTOR = graphql(`
  fragment TableActor on Actor {
    id
    slug
    name
    kind
    summary
    competences
    offers {
      id
      title
      competences
    }
  }
`);

const CANDIDATES = graphql(`
  query SeatCandidates($filter: ActorFilterInput, $first: Int!) {
    actors(filter: $filter, first: $first) {
      edges {
        node {
          id
          ...TableActor
        }
      }
    }
  }
`);

type Known = ResultOf<typeof TABLE_ACTOR>;

/** The offer that says most about what is wanted, or what the actor says of itself. */
function whyOf({ offers, summary }: Known, wanted: readonly string[], t: Say): string {
  const hits = (offer: Known['offers'][number]) => offer.competences.filter((id) => wanted.includes(id)).length;
  const [best] = [...offers].filter((offer) => hits(offer) > 0).sort((a, b) => hits(b) - hits(a));
  return best ? t('page.build.offers', { title: best.title }) : summary;
}

/** Reads an actor as somebody who could sit at the table of a question. */
export function useTableActor(wanted: readonly string[]): (actor: FragmentType<typeof TABLE_ACTOR>) => TableActor {
  const t = useMessages('alliances');
  return (masked) => {
    const actor = readFragment(TABLE_ACTOR, masked);
    const { id, slug, name, kind } = actor;
    return { id, slug, name, kind, covers: coversOf(actor, wanted), why: whyOf(actor, wanted, t) };
  };
}

/** As many as are weighed against each other; whoever is not among them is found by name. */
const WEIGHED = 40;

/** Who could sit on a bench, found by kind and words. Without a bench words are needed. */
export function useCandidates(bench: string | null, search: string, wanted: readonly string[]) {
  const toTableActor = useTableActor(wanted);
  const words = search.trim();
  const filter = { kinds: bench ? [bench as Known['kind']] : null, search: words || null };
  const { data, previousData, loading, error } = useQuery(
    CANDIDATES,
    bench === null && words === '' ? skipToken : { variables: { filter, first: WEIGHED } },
  );
  const found = (data ?? previousData)?.actors.edges ?? [];
  return { candidates: found.map(({ node }) => toTableActor(node)), loading, error };
}
