import { useTableActor, type TABLE_ACTOR, type TableActor } from '@knotenpunkt/alliances/web';
import { graphql, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { Reasons } from './ReasonLine';
import { useChangeWords } from './useChangeWords';

const PROPOSALS = graphql(`
  query ProposedAlliances($slug: String!) {
    proposedAlliances(challengeSlug: $slug) {
      emphasis
      exact
      share
      benches {
        kind
        minimum
        taken
        employeesSide
      }
      coverage {
        competence
        worth
      }
      bridges {
        ...ReasonParts
      }
      ties {
        a
        b
      }
      members {
        actor {
          id
          ...TableActor
        }
        covers {
          competence
          cover
        }
        reasons {
          ...ReasonParts
        }
        exchanges {
          actor {
            id
            ...TableActor
          }
          covers {
            competence
            cover
          }
          reasons {
            ...ReasonParts
          }
          doubts {
            ...ReasonParts
          }
          gains {
            type
            id
          }
          losses {
            type
            id
          }
        }
      }
    }
  }
`);

type Told = NonNullable<ResultOf<typeof PROPOSALS>['proposedAlliances']>[number];
type Member = Told['members'][number];

/** One of several tables that answer a question. */
export interface Proposal extends Pick<Told, 'emphasis' | 'exact' | 'share' | 'benches' | 'coverage' | 'bridges' | 'ties'> {
  members: TableActor[];
}

export interface Proposed {
  /** The best first. */
  proposals: Proposal[];
  /** Who could sit in a member's place, best first; with all that changes where the table is one of the proposals as it came. */
  suggestedFor: (actorId: string, memberIds: readonly string[]) => readonly TableActor[];
}

/** Reasons told beside somebody at a table. */
const TOLD = 2;

interface Suggested {
  actor: { id: string } & FragmentType<typeof TABLE_ACTOR>;
  covers: Member['covers'];
  reasons: Member['reasons'];
  doubts?: Member['exchanges'][number]['doubts'];
}

/** The question a table is for. */
export interface ProposedFor {
  slug: string;
  question: string;
  /** Ids of the competences wanted. */
  competences: readonly string[];
}

/** Proposals for the table of a question; undefined while loading, null where there are none. Null asks for none. */
export function useProposals(about: ProposedFor | null): Proposed | null | undefined {
  const toTableActor = useTableActor(about?.competences ?? []);
  // Seats and competences the builder counts by itself.
  const changeWords = useChangeWords(['BENCH', 'COMPETENCE']);
  const { data, error } = useQuery(PROPOSALS, about === null ? skipToken : { variables: { slug: about.slug } });
  if (about === null || error) return null;
  if (!data) return undefined;
  const from = { name: about.question, sign: 'QUESTION' } as const;
  const seated = ({ actor, covers, reasons, doubts = [] }: Suggested): TableActor => {
    const to = toTableActor(actor);
    const why = <Reasons reasons={reasons} doubts={doubts} most={TOLD} between={{ from, to }} folded />;
    return {
      ...to,
      covers: Object.fromEntries(covers.map(({ competence, cover }) => [competence, cover === 'COVERS' ? 'full' : 'half'])),
      ...(reasons.length + doubts.length > 0 ? { why } : {}),
    };
  };
  const told = data.proposedAlliances ?? [];
  return {
    proposals: told.map(({ members, ...rest }) => ({ ...rest, members: members.map(seated) })),
    suggestedFor: (actorId, memberIds) => {
      const whole = told.find(
        ({ members }) => members.length === memberIds.length && members.every(({ actor }) => memberIds.includes(actor.id)),
      );
      const holding = whole ?? told.find(({ members }) => members.some(({ actor }) => actor.id === actorId));
      const exchanges = holding?.members.find(({ actor }) => actor.id === actorId)?.exchanges ?? [];
      return exchanges.map((exchange) => ({
        ...seated(exchange),
        ...(whole ? { also: { gains: changeWords('gain', exchange.gains), losses: changeWords('loss', exchange.losses) } } : {}),
      }));
    },
  };
}
