import { useRef } from 'react';
import { useChosenFirst } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import type { BuilderStart } from './builder-values';
import { useTableActor } from './useCandidates';
import { withActor } from './withActor';

const BUILDER = graphql(`
  query AllianceBuilder($slug: String!) {
    viewer {
      personId
      coordinator
      mandates {
        id
        actorId
        role
        actor {
          id
          ...TableActor
        }
      }
    }
    challenge(slug: $slug) {
      id
      slug
      question
      state
      untilOn
      themes
      competences
      benches {
        kind
        minimum
      }
      askedBy {
        id
        slug
        name
        kind
        ...TableActor
      }
      alliances {
        id
        slug
        version
        state
        title
        purpose
        availableActions
        members {
          commitment
          contributionKind
          amount {
            value
            unit
          }
          fromOn
          dueOn
          state
          actor {
            id
            ...TableActor
          }
        }
      }
    }
  }
`);

export type BuilderQuestion = NonNullable<ResultOf<typeof BUILDER>['challenge']>;
type Draft = BuilderQuestion['alliances'][number];

export interface Builder {
  question: BuilderQuestion;
  /** May the viewer draft at all: coordinators, and whoever may promise for an organisation. */
  mayDraft: boolean;
  signedIn: boolean;
  /** For whom a draft is made: the coordination (null), or the viewer's organisation among the members. */
  draftedBy: (memberIds: readonly string[]) => string | null;
  /** The alliance that is built on, or nothing but whoever asks. */
  start: BuilderStart;
}

/** All that the builder needs; undefined while loading, null where there is no such question. */
export function useBuilder(slug: string, allianceSlug: string | null) {
  const t = useMessages('alliances');
  const { data, error, refetch } = useQuery(BUILDER, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  const chosenFirst = useChosenFirst();
  useLiveChanges(['challenge', 'alliance'], () => void refetch());
  const question = data?.challenge ?? null;
  const toTableActor = useTableActor(question?.competences ?? []);
  // The first answer decides what is built on; a draft kept meanwhile is the same one.
  const begun = useRef<string | null | undefined>(undefined);
  const refresh = async () => void (await refetch());
  if (!data) return { builder: undefined, error, refresh };
  if (!question) return { builder: null, error, refresh };

  const { viewer } = data;
  const mandates = chosenFirst(viewer.mandates).filter(({ role }) => role !== 'EDITOR');
  const own = mandates.map(({ actorId }) => actorId);
  const builtOn = (alliance: Draft) =>
    allianceSlug === null
      ? alliance.availableActions.includes('changeAllianceDraft')
      : alliance.slug === allianceSlug && ['changeAllianceDraft', 'reviseAlliance'].some((act) => alliance.availableActions.includes(act));
  const found = question.alliances.find((alliance) => (begun.current ? alliance.id === begun.current : builtOn(alliance))) ?? null;
  if (begun.current === undefined) begun.current = found?.id ?? null;
  const draft = begun.current === null ? null : found;
  const asker = question.askedBy ? { ...toTableActor(question.askedBy), why: t('page.build.asks') } : null;
  // Whoever is no coordinator drafts for an organisation that sits at the table.
  const ownActor = mandates[0]?.actor;
  const myself = !viewer.coordinator && ownActor && !own.includes(asker?.id ?? '') ? toTableActor(ownActor) : null;
  const start: BuilderStart = draft
    ? {
        alliance: { id: draft.id, slug: draft.slug, version: draft.version, state: draft.state === 'INVITING' ? 'INVITING' : 'DRAFT' },
        title: draft.title,
        purpose: draft.purpose,
        members: withActor(draft.members)
          .filter(({ state }) => state !== 'DECLINED')
          .map(({ actor, ...contribution }) => ({ actor: actor.id === asker?.id ? asker : toTableActor(actor), contribution })),
      }
    : {
        alliance: null,
        title: '',
        purpose: '',
        members: [asker, myself].filter((actor) => actor !== null).map((actor) => ({ actor, contribution: null })),
      };
  const builder: Builder = {
    question,
    signedIn: viewer.personId !== null,
    mayDraft: viewer.coordinator || own.length > 0,
    draftedBy: (memberIds) => (viewer.coordinator ? null : (own.find((id) => memberIds.includes(id)) ?? own[0] ?? null)),
    start,
  };
  return { builder, error, refresh };
}
