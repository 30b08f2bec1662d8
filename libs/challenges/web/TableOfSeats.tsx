import { useRef, type ReactNode } from 'react';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Chair, DragSource, KindMark, useDropPlace, type DropPlace } from '@knotenpunkt/webkit/ui';
import './table-of-seats.css';

/** A seat somebody has taken. */
export interface TakenSeat {
  actorId: string;
  name: string;
  kind: string;
  /** A short word below the name: "fragt", "unter Vorbehalt". */
  note?: string;
}

/** The actors of one kind at a table. */
export interface BenchOfTable {
  kind: string;
  minimum: number;
  seats: TakenSeat[];
}

export interface TableOfSeatsProps {
  benches: BenchOfTable[];
  label: string;
  /** The seat that is looked at. */
  chosen?: string | null;
  /** Given: a taken seat is a button. */
  onSeat?: (actorId: string) => void;
  /** Given: an empty seat is a button that asks who could take it. */
  onEmpty?: (kind: string) => void;
  /** Given: who sits there can be dragged, and what can be dropped on a seat (its actor) or an empty one (its bench). */
  dropOn?: { seat: (actorId: string) => DropPlace; empty: (kind: string) => DropPlace };
}

/** How many seats of a bench are still empty. */
export function emptySeatsOf({ minimum, seats }: BenchOfTable): number {
  return Math.max(0, minimum - seats.length);
}

/** The seats at the table by bench, on one line: who sits there, and the chairs that are empty. */
export function TableOfSeats({ benches, label, chosen = null, ...acts }: TableOfSeatsProps) {
  return (
    <ul className="challenges-table" aria-label={label}>
      {benches.map((bench) => (
        <Bench key={bench.kind} bench={bench} chosen={chosen} {...acts} />
      ))}
    </ul>
  );
}

type BenchProps = { bench: BenchOfTable } & Pick<TableOfSeatsProps, 'chosen' | 'onSeat' | 'onEmpty' | 'dropOn'>;

function Bench({ bench, chosen, onSeat, onEmpty, dropOn }: BenchProps) {
  const t = useMessages('challenges');
  const format = useFormat();
  const { kind, minimum, seats } = bench;
  const name = t(`themes:benches.${kind}`);
  const empty = emptySeatsOf(bench);
  const numbers = { taken: format.number(seats.length), minimum: format.number(minimum) };
  const full = minimum === 0 ? 'extra' : seats.length > minimum ? 'more' : 'all';
  const count = t(`page.seats.${empty > 0 ? 'missing' : full}`, numbers);
  return (
    <li className="challenges-bench">
      <p className="challenges-bench__name">{name}</p>
      <p className={empty > 0 ? 'challenges-bench__count kn-due' : 'challenges-bench__count'}>{count}</p>
      <ul className="challenges-bench__seats" aria-label={t('page.seats.of', { bench: name })}>
        {seats.map(({ actorId, name: who, kind: mark, note }) => (
          <DragSource key={actorId} what={{ id: actorId, name: who, sort: mark }} className="challenges-bench__seat">
            <Seat chosen={actorId === chosen} onPress={onSeat ? () => onSeat(actorId) : undefined} place={dropOn?.seat(actorId)}>
              <KindMark kind={mark} size={18} silent />
              <span className="challenges-seat__name">{who}</span>
              {note ? <span className="challenges-seat__note">{note}</span> : null}
            </Seat>
          </DragSource>
        ))}
        {Array.from({ length: empty }, (_, index) => (
          <li key={index} className="challenges-bench__seat">
            <Seat
              empty
              place={dropOn?.empty(kind)}
              onPress={onEmpty ? () => onEmpty(kind) : undefined}
              label={onEmpty ? t('page.seats.takeAt', { bench: name }) : undefined}
            >
              <Chair silent />
              <span className="challenges-seat__note">{t(onEmpty ? 'page.seats.take' : 'page.seats.empty')}</span>
            </Seat>
          </li>
        ))}
      </ul>
    </li>
  );
}

interface SeatProps {
  empty?: boolean;
  chosen?: boolean;
  label?: string;
  onPress?: () => void;
  /** What can be dropped on it. */
  place?: DropPlace | undefined;
  children: ReactNode;
}

function Seat({ empty = false, chosen = false, label, onPress, place, children }: SeatProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, look: dropLook, label: dropLabel } = useDropPlace(ref, place);
  const look = ['challenges-seat', empty && 'challenges-seat--empty', chosen && 'challenges-seat--chosen', dropLook]
    .filter(Boolean)
    .join(' ');
  if (!onPress) return <div className={look}>{children}</div>;
  return (
    <button
      {...dropProps}
      ref={ref}
      type="button"
      className={look}
      aria-pressed={empty ? undefined : chosen}
      aria-label={dropLabel ?? label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
