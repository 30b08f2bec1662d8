import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';

/** All that a Zusage shows. */
export const COMMITMENT = graphql(`
  fragment CommitmentParts on Commitment {
    id
    version
    text
    nextStep
    contributionKind
    amount {
      value
      unit
    }
    fromOn
    dueOn
    originalDueOn
    promisedOn
    decidedOn
    standing
    evidence
    evidenceUrl
    note
    saidOutside {
      on
      way
    }
    availableActions
    actorId
    actor {
      id
      name
      shortName
      slug
      kind
    }
    toActor {
      id
      name
      slug
    }
    purpose {
      type
      id
      title
      slug
    }
  }
`);

export type ShownCommitment = ResultOf<typeof COMMITMENT>;

/** Zusagen out of a query's data. */
export function readCommitments(nodes: readonly FragmentType<typeof COMMITMENT>[]): readonly ShownCommitment[] {
  return readFragment(COMMITMENT, nodes);
}

/** The page of what a Zusage is given for. */
export function purposeAddress({ type, slug }: ShownCommitment['purpose']): string {
  return `/${type === 'ALLIANCE' ? 'allianzen' : 'vorhaben'}/${slug}`;
}
