import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, type Fault, type Refusal } from '@knotenpunkt/webkit/data';
import { newId } from '@knotenpunkt/kernel';
import type { Contribution } from '@knotenpunkt/themes/domain';

const DRAFT = graphql(`
  mutation DraftAlliance($input: DraftAllianceInput!) {
    draftAlliance(input: $input) {
      ... on Alliance {
        id
        slug
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CHANGE = graphql(`
  mutation ChangeAllianceDraft($input: ChangeAllianceDraftInput!) {
    changeAllianceDraft(input: $input) {
      ... on Alliance {
        id
        slug
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const INVITE = graphql(`
  mutation InviteToAlliance($input: InviteToAllianceInput!) {
    inviteToAlliance(input: $input) {
      ... on Alliance {
        id
        slug
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REVISE = graphql(`
  mutation ReviseAlliance($input: ReviseAllianceInput!) {
    reviseAlliance(input: $input) {
      ... on Alliance {
        id
        slug
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** An alliance as the server knows it now. */
export interface SavedAlliance {
  id: string;
  slug: string;
  version: number;
}

/** What is written before an alliance is formed. */
export interface AllianceText {
  title: string;
  purpose: string;
  members: ({ actorId: string } & Contribution)[];
}

export type Saving =
  { kind: 'done'; alliance: SavedAlliance } | { kind: 'refused'; refusal: Refusal } | { kind: 'stale' } | { kind: 'failed'; fault: Fault };

/** Keeps a draft, asks everybody, or puts a new version to them. `saved` is null before the first draft is kept. */
export function useSaveAlliance(challengeId: string, before: SavedAlliance | null) {
  const [id] = useState(() => before?.id ?? newId());
  const [saved, setSaved] = useState(before);
  const draft = useMutationAnswer(DRAFT);
  const change = useMutationAnswer(CHANGE);
  const invite = useMutationAnswer(INVITE);
  const revise = useMutationAnswer(REVISE);

  const result = (answer: Awaited<ReturnType<(typeof draft | typeof change | typeof invite | typeof revise)['send']>>): Saving => {
    if (answer.kind !== 'done') return answer;
    const { slug, version } = answer.value;
    const alliance = { id: answer.value.id, slug, version };
    setSaved(alliance);
    return { kind: 'done', alliance };
  };

  return {
    saved,
    busy: draft.busy || change.busy || invite.busy || revise.busy,
    fault: draft.fault ?? change.fault ?? invite.fault ?? revise.fault,
    /** Somebody else was faster, and their state was loaded. */
    rebase: setSaved,
    keep: async (text: AllianceText, draftedById: string | null): Promise<Saving> =>
      saved
        ? result(await change.send({ input: { id: saved.id, expectedVersion: saved.version, ...text } }))
        : result(await draft.send({ input: { id, challengeId, draftedById, ...text } })),
    ask: async (alliance: SavedAlliance, asking: { deadlineOn: string; onDecline: 'CONTINUE_WITHOUT' | 'ABANDON' }): Promise<Saving> =>
      result(await invite.send({ input: { id: alliance.id, expectedVersion: alliance.version, ...asking } })),
    revise: async (text: AllianceText, deadlineOn: string): Promise<Saving> =>
      result(await revise.send({ input: { id: saved!.id, expectedVersion: saved!.version, ...text, deadlineOn } })),
  };
}
