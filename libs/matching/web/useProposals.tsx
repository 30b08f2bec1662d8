import { useCompetences } from '@knotenpunkt/actors/web';
import { useTableActor, type TABLE_ACTOR, type TableActor } from '@knotenpunkt/alliances/web';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { REASON_PARTS, ReasonLine } from './ReasonLine';

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
type Change = Member['exchanges'][number]['gains'][number];

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

/** Proposals for the table of a question; undefined while loading, null where there are none. `slug` null: not wanted. */
export function useProposals(slug: string | null, wanted: readonly string[]): Proposed | null | undefined {
  const toTableActor = useTableActor(wanted);
  const changeWords = useChangeWords();
  const { data, error } = useQuery(PROPOSALS, slug === null ? skipToken : { variables: { slug } });
  if (slug === null || error) return null;
  if (!data) return undefined;
  const seated = ({ actor, covers, reasons, doubts = [] }: Suggested): TableActor => ({
    ...toTableActor(actor),
    covers: Object.fromEntries(covers.map(({ competence, cover }) => [competence, cover === 'COVERS' ? 'full' : 'half'])),
    ...(reasons.length + doubts.length > 0 ? { why: <Why reasons={reasons} doubts={doubts} /> } : {}),
  });
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

function Why({ reasons, doubts }: { reasons: Member['reasons']; doubts: NonNullable<Suggested['doubts']> }) {
  return (
    <>
      {readFragment(REASON_PARTS, reasons)
        .slice(0, TOLD)
        .map((reason, at) => (
          <span key={at}>
            <ReasonLine reason={reason} />{' '}
          </span>
        ))}
      {readFragment(REASON_PARTS, doubts).map((doubt, at) => (
        <span key={`doubt-${at}`} className="matching-doubt">
          <ReasonLine reason={doubt} kind="doubts" />{' '}
        </span>
      ))}
    </>
  );
}

/** What changes beside seats and competences, in words; those the builder counts by itself. */
function useChangeWords(): (sign: 'gain' | 'loss', changes: readonly Change[]) => string[] {
  const t = useMessages('matching');
  const language = useLanguage();
  const catalogue = useCompetences();
  return (sign, changes) =>
    changes
      .filter(({ type }) => type !== 'BENCH' && type !== 'COMPETENCE')
      .map(({ type, id }) => t(`proposals.${sign}.${type}`, { name: id ? (catalogue?.label(id, language) ?? id) : '' }));
}
