import { randomUUID } from 'node:crypto';
import { LONG, SHORT, type Writer } from './markup';

/** Every text that is kept of the network: a view with its notes, a round, a note of the coordination. Gives where they are read. */
export async function writeInViews(author: Writer, coordinator: Writer, own: { id: string; slug: string }): Promise<string[]> {
  const owner = { ownerKind: 'ACTOR', ownerActorId: own.id, name: SHORT, sentence: SHORT, visibility: 'LINK' };
  const content = {
    value: JSON.stringify({ chosen: [own.slug], steps: 1 }),
    places: [],
    notes: [{ actorId: own.id, text: LONG.slice(0, 480) }],
  };
  const viewId = await author.write('saveNetworkView', { ...owner, id: randomUUID(), content });
  const stops = [{ viewId, sentence: LONG.slice(0, 480) }];
  const roundId = await author.write('saveNetworkRound', { ...owner, id: randomUUID(), expectedVersion: 0, stops });
  await coordinator.write('writeNetworkNote', { id: randomUUID(), expectedVersion: 0, actorId: own.id, text: LONG.slice(0, 900) });
  const [view, round] = [`/netzwerk/ansichten/${viewId}`, `/netzwerk/rundgaenge/${roundId}`];
  return [view, round, `/einbetten/${viewId}`];
}
