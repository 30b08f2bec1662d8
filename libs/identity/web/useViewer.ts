import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const VIEWER = graphql(`
  query Viewer {
    viewer {
      personId
      name
      coordinator
      platformAdministrator
      awaitsSecondFactor
      mandates {
        id
        actorId
        role
      }
    }
  }
`);

/** Who is signed in; null while that is not known yet. A visitor has no `personId`. */
export function useViewer() {
  const { data } = useQuery(VIEWER);
  return data?.viewer ?? null;
}
