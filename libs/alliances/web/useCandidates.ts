import { graphql, readFragment, type FragmentType, type ResultOf, type VariablesOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages, type Say } from '@knotenpunkt/webkit/i18n';
import { coversOf, type TableActor } from './coverage';

/** What has to be known of an actor to weigh whether it belongs at a table. */
export const TABLE_ACTOR = graphql(`
  fragment TableActor on Actor {
    id
    slug
    name
    shortName
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

type ActorFilterInput = NonNullable<VariablesOf<typeof CANDIDATES>['filter']>;
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
    return { id, slug, name, shortName: actor.shortName || name, kind, covers: coversOf(actor, wanted), why: whyOf(actor, wanted, t) };
  };
}

/** As many as are weighed against each other; whoever is not among them is found by name. */
const WEIGHED = 40;

/**
 * Who could sit on a bench, and whoever brings one of the competences at stake from any bench. With words: whoever is
 * found by them, on whatever bench, also one that does not want to be proposed.
 */
export function useCandidates(asked: { bench: string | null; atStake: readonly string[]; search: string }, wanted: readonly string[]) {
  const toTableActor = useTableActor(wanted);
  const search = asked.search.trim();
  const answersTo = (filter: ActorFilterInput | null) => (filter ? { variables: { filter, first: WEIGHED } } : skipToken);
  const kinds = asked.bench ? [asked.bench as Known['kind']] : null;
  const byBench = useQuery(CANDIDATES, answersTo(search ? { search } : kinds && { kinds, proposableOnly: true }));
  const byCompetence = useQuery(
    CANDIDATES,
    answersTo(!search && asked.atStake.length > 0 ? { competences: [...asked.atStake], proposableOnly: true } : null),
  );
  const found = [byBench, byCompetence].flatMap(({ data, previousData }) => (data ?? previousData)?.actors.edges ?? []);
  const unique = new Map(found.map(({ node }) => [node.id, node]));
  return {
    candidates: [...unique.values()].map(toTableActor),
    loading: byBench.loading || byCompetence.loading,
    error: byBench.error ?? byCompetence.error,
  };
}
