import { actFor, restartAt, signOut, useChosenFirst } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';

/** An organisation somebody may act for. */
export interface Organisation {
  actorId: string;
  name: string;
  slug: string;
  /** Decides who else acts for it. */
  administers: boolean;
}

/** Who is signed in, as far as the layout needs to know. */
export interface Account {
  name: string;
  /** The organisation chosen to act for; null for a person without mandate. */
  actingFor: Organisation | null;
  organisations: Organisation[];
  coordinator: boolean;
  platformAdministrator: boolean;
  actFor: (actorId: string) => void;
  signOut: () => void;
}

const ACCOUNT = graphql(`
  query Account {
    viewer {
      personId
      name
      coordinator
      platformAdministrator
      mandates {
        id
        actorId
        role
        actor {
          id
          name
          slug
        }
      }
    }
  }
`);

/** The signed-in reader, or null for a visitor. */
export function useAccount(): Account | null {
  const { data } = useQuery(ACCOUNT);
  const chosenFirst = useChosenFirst();
  const viewer = data?.viewer;
  if (!viewer?.personId) return null;
  const organisations = viewer.mandates.map(({ actorId, actor, role }) => ({
    actorId,
    name: actor?.name ?? '',
    slug: actor?.slug ?? '',
    administers: role === 'ADMINISTRATOR',
  }));
  return {
    name: viewer.name ?? '',
    organisations,
    actingFor: chosenFirst(organisations)[0] ?? null,
    coordinator: viewer.coordinator,
    platformAdministrator: viewer.platformAdministrator,
    actFor,
    signOut: () => void signOut().then(() => restartAt('/')),
  };
}
