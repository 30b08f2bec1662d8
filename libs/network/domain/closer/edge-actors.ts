import type { Id } from '@knotenpunkt/kernel';
import type { FindingsInput, Meeting } from '../findings';
import { linkCount, nextTo, type Links } from './links';
import { themesInCommon } from './themes-in-common';

/** An actor that few or none know. */
export interface EdgeActor {
  actorId: Id;
  /** The one it is tied to; null: nobody. */
  tiedTo: Id | null;
  /** Whom it could meet through that one: who has most themes in common with it, then the most links. */
  meeting: Meeting | null;
}

/** Actors with one tie or none, in their order; `most` of them, and how many there are. */
export function edgeActors(input: FindingsInput, all: Links, founded: Links, most: number): { told: EdgeActor[]; count: number } {
  const { ids } = input.actors;
  const told: EdgeActor[] = [];
  let count = 0;
  for (let actor = 0; actor < all.count; actor++) {
    if (linkCount(all, actor) > 1) continue;
    count++;
    if (told.length >= most) continue;
    const [only] = nextTo(all, actor);
    // Whoever has only met somebody introduces nobody.
    const isFounded = linkCount(founded, actor) === 1;
    const other = only !== undefined && isFounded ? bestBeyond(input, founded, actor, only) : null;
    told.push({
      actorId: ids[actor]!,
      tiedTo: only === undefined ? null : ids[only]!,
      meeting: only === undefined || other === null ? null : { a: ids[actor]!, b: ids[other]!, through: ids[only]! },
    });
  }
  return { told, count };
}

function bestBeyond(input: FindingsInput, links: Links, actor: number, only: number): number | null {
  let best: number | null = null;
  let bestShared = -1;
  for (const other of nextTo(links, only)) {
    if (other === actor) continue;
    const shared = themesInCommon(input.actors, actor, other);
    if (best !== null && (shared < bestShared || (shared === bestShared && linkCount(links, other) <= linkCount(links, best)))) continue;
    best = other;
    bestShared = shared;
  }
  return best;
}
