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
  actFor: (actorId: string) => void;
  signOut: () => void;
}

/** The signed-in reader, or null for a visitor. Filled by the room of identity. */
export function useAccount(): Account | null {
  return null;
}
