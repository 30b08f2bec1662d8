import type { Id } from '@knotenpunkt/kernel';
import type { NetworkView } from '../view/view';
import type { ViewContent } from './saved-view';

/** What a reader knows of an actor; null where it is gone, or hidden for that reader. */
export type KnownActor = (actorId: Id) => { id: Id; slug: string } | null;

/** The value of a view as it is kept: ids in the place of slugs. Who is not there for the author is left out. */
export function withIds(value: NetworkView, bySlug: (slug: string) => { id: Id } | null): NetworkView {
  const idOf = (slug: string | null) => (slug === null ? null : (bySlug(slug)?.id ?? null));
  const { chosen, target, tie } = value;
  return { ...value, chosen: chosen.flatMap((slug) => idOf(slug) ?? []), target: idOf(target), tie: idOf(tie) };
}

/**
 * A view as its reader may see it, with the right of the reader, never of the author: actors that are gone or hidden for the
 * reader are missing, their places and notes with them. A slug is as good as a name, therefore ids become slugs only here.
 */
export function shownTo(content: ViewContent, known: KnownActor): ViewContent {
  const slugOf = (id: Id | null) => (id === null ? null : (known(id)?.slug ?? null));
  const { chosen, target, tie } = content.value;
  return {
    value: { ...content.value, chosen: chosen.flatMap((id) => slugOf(id) ?? []), target: slugOf(target), tie: slugOf(tie) },
    frame: content.frame,
    places: content.places.filter(({ actorId }) => known(actorId) !== null),
    notes: content.notes.filter(({ actorId }) => known(actorId) !== null),
  };
}
