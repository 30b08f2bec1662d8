import { graphql } from '@knotenpunkt/webkit/contract';
import { faultOf, giveFile, useApolloClient, useToday, type Fault } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice } from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
import { withoutTypes } from './withoutTypes';

/** What the page shows, without names and addresses of persons. */
const HELD = graphql(`
  query TakeHeld($actorId: ID!) {
    actorById(id: $actorId) {
      name
      slug
    }
    engineUnderstanding(actorId: $actorId) {
      kind
      themes
      proposable
      suggestedToUs
      answersFor
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
          id
          name
          words
        }
        nearest {
          id
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
      }
    }
    matchDismissals(actorId: $actorId) {
      suggested {
        name
        slug
      }
      reason
      note
      againOn
      dismissedOn
    }
    openIntroductions: introductions(actorId: $actorId, open: true, first: 100) {
      edges {
        node {
          ...TakenIntroduction
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    endedIntroductions: introductions(actorId: $actorId, open: false, first: 100) {
      edges {
        node {
          ...TakenIntroduction
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    contactRequests(actorId: $actorId, first: 100) {
      id
      organisation
      state
      createdAt
    }
    outsidePromises(actorId: $actorId) {
      id
      text
      purpose {
        title
      }
      dueOn
      way
      saidOn
      state
      answerBy
      decidedOn
      objection
    }
    alliancePlaces(actorId: $actorId) {
      allianceId
      title
      state
      memberState
      question
      answer
      answeredOn
      change
    }
    rectifications(actorId: $actorId) {
      subjectType
      subjectId
      text
      saidOn
      seenOn
    }
  }
`);

/** "Mitnehmen": what is held on an organisation as a file that other programs read. */
export function TakeHeld({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('app');
  const apollo = useApolloClient();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const take = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { data } = await apollo.query({ query: HELD, variables: { actorId: actor.id }, fetchPolicy: 'network-only' });
      const content = { takenOn: today, ...(withoutTypes(data) as object) };
      giveFile(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), `festgehalten-${actor.slug}-${today}.json`);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void take()}>
        {t('held.take')}
      </Button>
      {fault ? <ErrorNotice error={fault} /> : null}
    </>
  );
}

graphql(`
  fragment TakenIntroduction on Introduction {
    id
    purpose
    reason
    state
    askedOn
    answerBy
    agreedOn
    metOn
    endedOn
    outcome
    outcomeNote
    sides {
      side
      answer
      note
      answeredOn
      actor {
        name
      }
    }
  }
`);
