import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useAnswerToast } from '@knotenpunkt/webkit/ui';

const HELD_BY_ENGINE = graphql(`
  query HeldByEngine($actorId: ID!) {
    comparesMeaning
    engineUnderstanding(actorId: $actorId) {
      id
      kind
      themes
      proposable
      mayCorrect
      competences {
        competence
        name
        struck
        sources {
          kind
          entryId
          words
        }
      }
      entries {
        entryId
        direction
        title
        ruledOut
        membersOnly
        confirmedOn
        counts
        read
        named {
          competence
          name
          words
        }
        nearest {
          competence
          name
        }
      }
      points {
        code
        count
        against
      }
      corrections {
        competence
        name
        kind
        saidOn
        personName
      }
    }
  }
`);

/** Counting compares much, so it is asked apart, and once. */
const COUNTED = graphql(`
  query HeldCounts($actorId: ID!) {
    engineUnderstanding(actorId: $actorId) {
      id
      counts {
        suggestedToUs
        answersFor
      }
    }
  }
`);

const STRIKE = graphql(`
  mutation StrikeCompetence($input: CompetenceCorrectionInput!) {
    strikeCompetence(input: $input) {
      ... on CompetenceCorrection {
        competence
        name
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ADD = graphql(`
  mutation AddCompetence($input: CompetenceCorrectionInput!) {
    addCompetence(input: $input) {
      ... on CompetenceCorrection {
        competence
        name
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const TAKE_BACK = graphql(`
  mutation TakeBackCorrection($input: CompetenceCorrectionInput!) {
    takeBackCorrection(input: $input) {
      ... on CompetenceCorrection {
        competence
        name
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type Held = NonNullable<ResultOf<typeof HELD_BY_ENGINE>['engineUnderstanding']>;
export type HeldEntryData = Held['entries'][number];

interface Named {
  competence: string;
  name: string;
}

/** What an organisation says of single competences; each act says what became of it. */
export interface Corrections {
  busy: boolean;
  strike: (competence: Named) => Promise<void>;
  add: (competence: Named) => Promise<void>;
  takeBack: (competence: Named) => Promise<void>;
}

/** How many fit an organisation and how many look for what it offers; null until that is counted. */
export function useHeldCounts(actorId: string) {
  const { data } = useQuery(COUNTED, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  return data?.engineUnderstanding?.counts ?? null;
}

/** What the engine reads of an organisation, and the acts that correct it; follows changes. */
export function useHeld(actorId: string) {
  const t = useMessages('matching');
  const tell = useAnswerToast('matching');
  const { data, previousData, error, refetch } = useQuery(HELD_BY_ENGINE, { variables: { actorId }, fetchPolicy: 'cache-and-network' });
  useLiveChanges(['actor'], () => void refetch());
  const [strike, add, takeBack] = [useMutationAnswer(STRIKE), useMutationAnswer(ADD), useMutationAnswer(TAKE_BACK)];
  const act =
    (by: typeof strike | typeof add | typeof takeBack, done: string) =>
    async ({ competence, name }: Named) => {
      tell(await by.send({ input: { actorId, competence } }), t(done, { name }));
      await refetch();
    };
  const corrections: Corrections = {
    busy: strike.busy || add.busy || takeBack.busy,
    strike: act(strike, 'held.can.struck'),
    add: act(add, 'held.also.added'),
    takeBack: act(takeBack, 'held.cannot.isBack'),
  };
  // What stands there stays while it is read again, also where that fails once: somebody may be writing in it.
  const known = data ?? previousData;
  return {
    held: known ? known.engineUnderstanding : undefined,
    comparesMeaning: known?.comparesMeaning ?? false,
    error,
    refresh: () => void refetch(),
    corrections,
  };
}
