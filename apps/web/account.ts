import { useMemo, useState } from 'react';
import { restartAt, signOut, useViewer } from '@knotenpunkt/identity/web';

/** An organisation somebody may act for. */
export interface Organisation {
  actorId: string;
  name: string;
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

const CHOICE = 'knotenpunkt:acting-for';

/** The signed-in reader, or null for a visitor. */
export function useAccount(): Account | null {
  const viewer = useViewer();
  const [chosen, choose] = useState(() => sessionStorage.getItem(CHOICE));
  return useMemo(() => {
    if (!viewer?.personId) return null;
    const organisations = viewer.mandates.map(({ actorId }) => ({ actorId, name: viewer.name ?? '' }));
    return {
      name: viewer.name ?? '',
      organisations,
      actingFor: organisations.find(({ actorId }) => actorId === chosen) ?? organisations[0] ?? null,
      coordinator: viewer.coordinator,
      platformAdministrator: viewer.platformAdministrator,
      actFor: (actorId) => {
        sessionStorage.setItem(CHOICE, actorId);
        choose(actorId);
      },
      signOut: () => void signOut().then(() => restartAt('/')),
    };
  }, [viewer, chosen]);
}
