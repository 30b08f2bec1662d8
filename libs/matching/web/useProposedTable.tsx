import { useTableActor, type TABLE_ACTOR, type TableActor } from '@knotenpunkt/alliances/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { REASON_PARTS, ReasonLine } from './ReasonLine';

const PROPOSED_TABLE = graphql(`
  query ProposedTable($slug: String!) {
    proposedAlliance(challengeSlug: $slug) {
      members {
        actor {
          id
          ...TableActor
        }
        reasons {
          ...ReasonParts
        }
        exchanges {
          actor {
            id
            ...TableActor
          }
          reasons {
            ...ReasonParts
          }
        }
      }
    }
  }
`);

/** Reasons told beside somebody at a table. */
const TOLD = 2;

interface Suggested {
  actor: { id: string } & FragmentType<typeof TABLE_ACTOR>;
  reasons: readonly FragmentType<typeof REASON_PARTS>[];
}

export interface ProposedTable {
  members: TableActor[];
  /** Who could sit in a member's place, best first. */
  suggestedFor: (actorId: string) => readonly TableActor[];
}

/** A first proposal for the table of a question; undefined while loading, null where there is none. `slug` null: not wanted. */
export function useProposedTable(slug: string | null, wanted: readonly string[]): ProposedTable | null | undefined {
  const toTableActor = useTableActor(wanted);
  const { data, error } = useQuery(PROPOSED_TABLE, slug === null ? skipToken : { variables: { slug } });
  if (slug === null || error) return null;
  if (!data) return undefined;
  const seated = ({ actor, reasons }: Suggested): TableActor => {
    const told = readFragment(REASON_PARTS, reasons).slice(0, TOLD);
    const known = toTableActor(actor);
    if (told.length === 0) return known;
    return {
      ...known,
      why: told.map((reason, at) => (
        <span key={at} className="matching-why">
          <ReasonLine reason={reason} />{' '}
        </span>
      )),
    };
  };
  const members = data.proposedAlliance?.members ?? [];
  return {
    members: members.map(seated),
    suggestedFor: (actorId) => members.find(({ actor }) => actor.id === actorId)?.exchanges.map(seated) ?? [],
  };
}
