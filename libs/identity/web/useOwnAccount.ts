import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const OWN_ACCOUNT = graphql(`
  query OwnAccount {
    ownAccount {
      email
      hasPassword
      authenticatorSince
      recoveryCodes
      holdsOffice
      passkeyList {
        id
        name
        since
        usedAt
      }
      signOns {
        key
        name
        linked
        since
      }
      sessions {
        id
        browser
        system
        since
        usedAt
        current
      }
    }
  }
`);

export type OwnAccount = NonNullable<ResultOf<typeof OWN_ACCOUNT>['ownAccount']>;

/** How the viewer signs in; null while that is not known, and for visitors. */
export function useOwnAccount() {
  const { data, error, refetch } = useQuery(OWN_ACCOUNT, { fetchPolicy: 'cache-and-network' });
  return { account: data?.ownAccount ?? null, error, refetch };
}
