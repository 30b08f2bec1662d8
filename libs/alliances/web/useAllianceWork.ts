import { useOwnActors } from '@knotenpunkt/actors/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import type { ShownAlliance } from './useAlliance';

const WORK = graphql(`
  query AllianceWork($slug: String!) {
    allianceWork(slug: $slug) {
      allianceId
      availableActions
      admission {
        id
        version
        commitment
        dueOn
        reason
        isLed
        actor {
          id
          name
          slug
          kind
        }
        proposedBy {
          id
          name
          slug
          kind
        }
        round {
          id
          ...ConsentRoundParts
        }
      }
      statements {
        id
        kind
        text
        on
        concerns
        evidenceUrl
        audience
        minutesId
        replacesId
        isReplaced
        standing
        confirmedOn
        answerableFor
        availableActions
        version
        meeting {
          place
          nextOn
          present {
            id
            name
            slug
            kind
          }
        }
        enteredBy {
          id
          name
          slug
          kind
        }
        stands {
          actorId
          stand
          note
          actor {
            id
            name
          }
        }
      }
      documents {
        id
        title
        kind
        on
        audience
        address
        isLink
        fileType
        fileBytes
        isReplaced
        removedOn
        removedReason
        version
        enteredBy {
          id
          name
        }
      }
      tasks {
        id
        text
        dueOn
        minutesId
        givenBack
        version
        enteredBy {
          id
          name
          slug
          kind
        }
      }
    }
  }
`);

/** What an alliance that is formed writes down, as far as the reader may see it. */
export type ShownWork = NonNullable<ResultOf<typeof WORK>['allianceWork']>;
export type ShownStatement = ShownWork['statements'][number];
export type ShownDocument = ShownWork['documents'][number];
export type ShownTask = ShownWork['tasks'][number];
export type ShownAdmission = NonNullable<ShownWork['admission']>;

const FORMED = ['FORMED', 'ACTIVE', 'CONCLUDED'];

/** Reads it once the alliance is formed; follows changes. `undefined` while loading, null where there is none. */
export function useAllianceWork({ slug, state }: Pick<ShownAlliance, 'slug' | 'state'>) {
  const { data, previousData, error, refetch } = useQuery(WORK, FORMED.includes(state) ? { variables: { slug } } : skipToken);
  useLiveChanges(['alliance'], () => void refetch());
  const known = data ?? previousData;
  return { work: known ? (known.allianceWork ?? null) : undefined, error, refresh: () => void refetch() };
}

/** The reader's organisations that are members now and for which it may decide. */
export function useOwnMembers({ members }: Pick<ShownAlliance, 'members'>): { id: string; name: string }[] {
  const own = useOwnActors()?.actors ?? [];
  return own.filter(({ id, decides }) => decides && members.some(({ actorId, state }) => actorId === id && state === 'MEMBER'));
}
