import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import type { CloserLook } from './cases';

/** What OWN keeps of the network, for its own people only, and what the coordination notes on it; made before the walk. */
export const kept = {
  view: idFrom('walk', 'network-view'),
  /** Put away. */
  awayView: idFrom('walk', 'network-view-away'),
  round: idFrom('walk', 'network-round'),
  note: idFrom('walk', 'network-note'),
};

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;
const about = (id: Id, more: object = {}) => ({ input: { id, expectedVersion: NO_VERSION, ...more } });

const content = { value: '{"steps":2}', places: [], notes: [] };
const naming = { name: 'Walk Frühschicht', sentence: 'Für die Sitzung.' };

export const viewOf = (ownerActorId: Id, id: Id) => ({ id, ownerKind: 'ACTOR', ownerActorId, ...naming, visibility: 'OWN', content });
export const roundOf = (ownerActorId: Id, id: Id) => ({
  ...{ id, expectedVersion: 0, ownerKind: 'ACTOR', ownerActorId, ...naming, visibility: 'OWN' },
  stops: [{ viewId: kept.view, sentence: 'Hier.' }],
});
export const networkNoteOf = (actorId: Id, id: Id) => ({ id, expectedVersion: 0, actorId, text: 'Fährt früh.' });

/** Arguments of what is kept of the network. */
export function viewArguments(own: Id): Record<string, () => Record<string, unknown>> {
  return {
    networkView: () => ({ id: kept.view }),
    networkRound: () => ({ id: kept.round }),
    networkNotes: () => ({ actorId: own }),
    saveNetworkView: () => ({ input: viewOf(own, newId()) }),
    changeNetworkView: () => about(kept.view, { content }),
    renameNetworkView: () => about(kept.view, naming),
    shareNetworkView: () => about(kept.view, { visibility: 'LINK' }),
    archiveNetworkView: () => about(kept.view),
    restoreNetworkView: () => about(kept.awayView),
    eraseNetworkView: () => about(kept.view),
    saveNetworkRound: () => ({ input: roundOf(own, newId()) }),
    eraseNetworkRound: () => about(kept.round),
    writeNetworkNote: () => ({ input: networkNoteOf(own, newId()) }),
    eraseNetworkNote: () => about(kept.note),
  };
}

const mineAmong = (list: string, id: Id): CloserLook => ({
  ask: `{ ${list} { mine { id } } }`,
  found: (data: Record<string, { mine: { id: Id }[] }>) => data[list]!.mine.filter((one) => one.id === id),
});

/** Lists that tell each their own. */
export const VIEW_LOOKS: Record<string, CloserLook> = {
  'Query.networkViews': mineAmong('networkViews', kept.view),
  'Query.networkRounds': mineAmong('networkRounds', kept.round),
};
