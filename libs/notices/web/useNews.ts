import { useEffect, useEffectEvent } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';

const NEWS = graphql(`
  query News {
    news {
      since
      items {
        followed
        act {
          id
          verb
          ...ActParts
        }
      }
    }
  }
`);

const LOOK_AROUND = graphql(`
  mutation LookAround {
    lookAround
  }
`);

/** Tells the server once a page load that the signed-in reader looks around; `done` once it is told. */
export function useLookAround(done?: () => void): void {
  const personId = useViewer()?.personId ?? null;
  const { send } = useMutationAnswer(LOOK_AROUND);
  const look = useEffectEvent(() => void send({}).then(() => done?.()));
  useEffect(() => {
    if (personId !== null) look();
  }, [personId]);
}

/** What happened since the reader's last visit; nothing for visitors and at the first visit. */
export function useNews() {
  const signedIn = useViewer()?.personId ? true : false;
  const { data, refetch } = useQuery(NEWS, signedIn ? { fetchPolicy: 'cache-and-network' } : skipToken);
  return { news: data?.news ?? null, refresh: () => void refetch() };
}
