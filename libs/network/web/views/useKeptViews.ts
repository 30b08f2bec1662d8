import { FIRST_VIEW, parseView, type NetworkView, type PinnedNote, type ViewFrame, type ViewPlace } from '@knotenpunkt/network/domain';
import { useMemo } from 'react';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useKept, useLists, useListsRead } from './useKept';

/** What every list and page tells of a kept view. */
export const KEPT_VIEW = graphql(`
  fragment KeptViewParts on SavedNetworkView {
    id
    name
    sentence
    visibility
    ownerKind
    ownerActorId
    ownerName
    yours
    changedOn
    archived
    version
  }
`);

const LISTS = graphql(`
  query NetworkViews {
    networkViews {
      mine {
        ...KeptViewParts
      }
      ofRegion {
        ...KeptViewParts
      }
    }
  }
`);

const ONE = graphql(`
  query NetworkViewOpened($id: ID!) {
    networkView(id: $id) {
      view {
        ...KeptViewParts
      }
      value
      frame {
        x
        y
        zoom
      }
      places {
        actorId
        x
        y
      }
      notes {
        actor {
          id
          label
          slug
        }
        text
      }
    }
  }
`);

export type KeptView = ResultOf<typeof KEPT_VIEW>;
type Answered = NonNullable<ResultOf<typeof ONE>['networkView']>;
/** A view as it is shown: its value read. */
export type OpenedView = Omit<Answered, 'value' | 'view'> & { value: NetworkView; view: KeptView };

/** The views one keeps, and those in the list of the region. */
export function useKeptViews() {
  const { data, ...answer } = useLists(LISTS);
  return { ...answer, lists: useListsRead(data?.networkViews, keptView) };
}

/** One view with what it shows to who asks; null: there is none for them; undefined: not known yet. */
export function useOpenedView(id: string | null) {
  const { data, ...answer } = useKept(ONE, id);
  const answered = data?.networkView;
  const opened = useMemo(() => answered && openedOf(answered), [answered]);
  return { ...answer, opened: data === null ? null : opened };
}

function keptView(view: FragmentType<typeof KEPT_VIEW>): KeptView {
  return readFragment(KEPT_VIEW, view);
}

/** The value of a newer version of the product may say more than this page understands: then the whole network is shown. */
export function openedOf<Given extends { value: string; view: FragmentType<typeof KEPT_VIEW> }>(
  given: Given,
): Omit<Given, 'value' | 'view'> & { value: NetworkView; view: KeptView } {
  const read = parseView(given.value);
  return { ...given, view: keptView(given.view), value: read.ok ? read.value : FIRST_VIEW };
}

/** What is sent of a view, with its notes as they shall stand. What was read of it has more fields than are sent. */
export function contentOf(
  value: NetworkView,
  { frame, places }: { frame?: ViewFrame | null; places: readonly ViewPlace[] },
  notes: readonly PinnedNote[],
) {
  return {
    value: JSON.stringify(value),
    frame: frame ? { x: frame.x, y: frame.y, zoom: frame.zoom } : null,
    places: places.map(({ actorId, x, y }) => ({ actorId, x, y })),
    notes: [...notes],
  };
}

/** The notes of a view as they are sent. */
export function notesOf({ notes }: Pick<OpenedView, 'notes'>): PinnedNote[] {
  return notes.map(({ actor, text }) => ({ actorId: actor.id, text }));
}

/** The numbers of the notes of a view, by actor: as they stand in its bar, so at the flags in the picture and in the list. */
export function noteNumbers(opened: Pick<OpenedView, 'notes'> | null | undefined): ReadonlyMap<string, number> {
  return new Map((opened?.notes ?? []).map(({ actor }, at) => [actor.id, at + 1]));
}
