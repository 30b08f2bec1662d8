import { useChosenFirst } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

const OWN_ACTORS = graphql(`
  query OwnActors {
    viewer {
      personId
      coordinator
      mandates {
        id
        actorId
        role
        actor {
          id
          name
        }
      }
    }
  }
`);

export interface OwnActor {
  id: string;
  name: string;
  /** May decide, not only write. */
  decides: boolean;
}

/** Who asks, with the organisations they act for. `signedIn` tells a visitor from a guest without mandate. */
export interface Own {
  actors: OwnActor[];
  signedIn: boolean;
  coordinator: boolean;
}

/** The organisations the viewer acts for, the one chosen first; null while that is not known. */
export function useOwnActors(): Own | null {
  const { data } = useQuery(OWN_ACTORS);
  const chosenFirst = useChosenFirst();
  if (!data) return null;
  const actors = new Map<string, OwnActor>();
  for (const { actorId, actor, role } of chosenFirst(data.viewer.mandates)) {
    const decides = role !== 'EDITOR' || actors.get(actorId)?.decides === true;
    actors.set(actorId, { id: actorId, name: actor?.name ?? '', decides });
  }
  const { personId, coordinator } = data.viewer;
  return { actors: [...actors.values()], signedIn: personId !== null, coordinator };
}
