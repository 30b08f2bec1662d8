import { Chair, KindMark } from '@knotenpunkt/webkit/ui';
import './matching.css';

export interface TablePictureProps {
  members: readonly { id: string; kind: string }[];
  /** Chairs nobody was found for. */
  empty: number;
  /** Members who work together already. */
  ties: readonly { a: string; b: string }[];
  /** Members whose groups hardly meet. */
  bridges: readonly { a: string; b: string }[];
}

const WIDTH = 220;
const HEIGHT = 120;
const MARK = 18;
/** How far the seats are from the middle. */
const RADIUS = { x: WIDTH / 2 - MARK, y: HEIGHT / 2 - MARK };

/** A table from above: who sits there, who works together already (lines), which groups come together (dashed), empty chairs. */
export function TablePicture({ members, empty, ties, bridges }: TablePictureProps) {
  const seats = members.length + empty;
  const placeOf = (seat: number) => {
    const angle = (2 * Math.PI * seat) / seats - Math.PI / 2;
    return { x: WIDTH / 2 + RADIUS.x * Math.cos(angle), y: HEIGHT / 2 + RADIUS.y * Math.sin(angle) };
  };
  const at = new Map(members.map(({ id }, seat) => [id, placeOf(seat)]));
  const line = (kind: 'tie' | 'bridge') => (pair: { a: string; b: string }) => {
    const [from, to] = [at.get(pair.a), at.get(pair.b)];
    if (!from || !to) return null;
    return <line key={`${kind}-${pair.a}-${pair.b}`} className={`matching-picture__${kind}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
  };
  const seated = ({ x, y }: { x: number; y: number }) => `translate(${x - MARK / 2} ${y - MARK / 2})`;
  return (
    <svg className="matching-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <ellipse className="matching-picture__table" cx={WIDTH / 2} cy={HEIGHT / 2} rx={RADIUS.x - MARK} ry={RADIUS.y - MARK} />
      {ties.map(line('tie'))}
      {bridges.map(line('bridge'))}
      {members.map(({ id, kind }) => (
        <g key={id} transform={seated(at.get(id)!)}>
          <circle className="matching-picture__seat" cx={MARK / 2} cy={MARK / 2} r={MARK / 2 + 3} />
          <KindMark kind={kind} size={MARK} silent />
        </g>
      ))}
      {Array.from({ length: empty }, (_, chair) => (
        <g key={chair} transform={seated(placeOf(members.length + chair))}>
          <circle className="matching-picture__seat" cx={MARK / 2} cy={MARK / 2} r={MARK / 2 + 3} />
          <Chair size={20} silent />
        </g>
      ))}
    </svg>
  );
}
