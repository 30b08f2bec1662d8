import { useRef, useState } from 'react';
import { TableOfSeats, type BenchOfTable } from '@knotenpunkt/challenges/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DropZone, useDragged, type Dragged, type DropPlace } from '@knotenpunkt/webkit/ui';
import type { TableActor } from './coverage';
import { TableChanges, useChangeSentence } from './TableChanges';
import type { Table, TableEffect } from './useTable';
import './alliances.css';

export interface BuilderTableProps {
  benches: BenchOfTable[];
  table: Table;
  /** Somebody who does not sit there and can be dragged there. */
  candidate: (actorId: string) => TableActor | undefined;
  /** The seat that is looked at. */
  chosen: string | null;
  onSeat: (actorId: string) => void;
  onEmpty: (kind: string) => void;
}

/**
 * The seats at the table: candidates are dragged on seats, members between the seats of their bench and out. What each change
 * brings is told while something is held over a place, and after it; all of it can be done by the buttons, too.
 */
export function BuilderTable({ benches, table, candidate, chosen, onSeat, onEmpty }: BuilderTableProps) {
  const t = useMessages('alliances');
  const sentence = useChangeSentence();
  const dragged = useDragged();
  const [over, setOver] = useState<(TableEffect & { at: string }) | null>(null);
  const { known, members } = table;
  const sits = (id: string) => members.some(({ actorId }) => actorId === id);
  const nameOf = (id: string) => known.get(id)?.shortName ?? '';

  /** A place: what it takes, what that would change, and what happens then. */
  const place = (
    at: string,
    accepts: (dragged: Dragged) => boolean,
    effectOf: (dragged: Dragged) => TableEffect,
    onDrop: (dragged: Dragged) => void,
  ): DropPlace => ({
    accepts,
    onDrop,
    label: (one) => {
      const { text, ...change } = effectOf(one);
      return `${text} ${sentence(change)}`;
    },
    // The next place is entered before the last one is left.
    onOver: (one) => setOver((before) => (one ? { ...effectOf(one), at } : before?.at === at ? null : before)),
  });
  const comes = (one: Dragged) => !sits(one.id) && candidate(one.id) !== undefined;
  const seat = (actorId: string): DropPlace =>
    place(
      actorId,
      (one) => (sits(one.id) ? one.id !== actorId && one.sort === known.get(actorId)?.kind : comes(one)),
      (one) =>
        sits(one.id)
          ? { text: t('page.build.drag.swap', { name: one.name, other: nameOf(actorId) }), gains: [], losses: [] }
          : {
              text: t('page.build.drag.instead', { name: one.name, other: nameOf(actorId) }),
              ...table.effectOf(actorId, candidate(one.id)!),
            },
      (one) => (sits(one.id) ? table.swap(one.id, actorId) : table.take(candidate(one.id)!, actorId)),
    );
  const coming = (at: string, accepts: (dragged: Dragged) => boolean): DropPlace =>
    place(
      at,
      accepts,
      (one) => ({ text: t('page.build.drag.comes', { name: one.name }), ...table.effectOf(null, candidate(one.id)!) }),
      (one) => table.take(candidate(one.id)!, null),
    );
  const leaves = place(
    'out',
    (one) => sits(one.id),
    (one) => ({ text: t('page.build.drag.leaves', { name: one.name }), ...table.effectOf(one.id, null) }),
    (one) => table.remove(one.id),
  );
  const shown = over ?? (dragged ? null : table.effect);
  return (
    <>
      <TableOfSeats
        label={t('page.build.table')}
        benches={benches}
        chosen={chosen}
        onSeat={onSeat}
        onEmpty={onEmpty}
        dropOn={{ seat, empty: (kind) => coming(kind, (one) => comes(one) && one.sort === kind) }}
      />
      <div className="alliances-zones">
        <DropZone place={coming('add', comes)}>{t('page.build.drag.add')}</DropZone>
        <DropZone place={leaves}>{t('page.build.drag.out')}</DropZone>
      </div>
      <div role="status" className="alliances-effect">
        {shown ? (
          <>
            <p className="kn-strong">{shown.text}</p>
            <TableChanges gains={shown.gains} losses={shown.losses} />
          </>
        ) : members.length > 0 ? (
          <p className="kn-muted">{t('page.build.drag.how')}</p>
        ) : null}
      </div>
    </>
  );
}

/** Whom the panel shows, so that whoever is dragged from it is known where it is dropped. */
export function useCandidatesShown() {
  const shown = useRef(new Map<string, TableActor>());
  return {
    candidate: (actorId: string) => shown.current.get(actorId),
    remember: (actors: readonly TableActor[]) => {
      for (const actor of actors) shown.current.set(actor.id, actor);
    },
  };
}
