import { placeExists } from '../routes';

/** The places of the header, in their order. `id` is the key of the word under `app:places`. */
const PLACES = [
  { id: 'network', to: '/netzwerk' },
  { id: 'actors', to: '/akteure' },
  { id: 'initiatives', to: '/vorhaben' },
  { id: 'alliances', to: '/allianzen' },
  { id: 'challenges', to: '/herausforderungen' },
  { id: 'commitments', to: '/zusagen' },
] as const;

const COORDINATION = { id: 'coordination', to: '/koordination' } as const;

export type Place = (typeof PLACES)[number] | typeof COORDINATION;

/** The places a reader is offered: those that exist, and the desk for coordinators. */
export function placesFor(coordinator: boolean): Place[] {
  return [...PLACES, ...(coordinator ? [COORDINATION] : [])].filter(({ to }) => placeExists(to));
}
