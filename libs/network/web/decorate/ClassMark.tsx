import type { ClassPattern, Swatch } from '@knotenpunkt/network/domain';
import './decorate.css';

/** What each pattern takes away of the colour, in a box of 20 × 12. */
const TAKEN: Record<ClassPattern, string | null> = {
  full: null,
  hole: 'M10 6m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  bar: 'M3 5h14v2H3z',
  upright: 'M9 1.5h2v9H9z',
  slash: 'M4 10.2 14 .8l2 1L6 11.2z',
  cross: 'M3 5h14v2H3zM9 1.5h2v9H9z',
};

/** A field of a class's colour and pattern. It has no shape of an actor: marks of every shape have this colour. */
export function ClassMark({ swatch }: { swatch: Swatch }) {
  const taken = TAKEN[swatch.pattern];
  return (
    <svg className="network-class" width="20" height="12" viewBox="0 0 20 12" aria-hidden>
      {/* The name of a token; no style attribute is allowed. */}
      <path
        className={`network-class__fill network-class__fill${swatch.colour.replace('--kn', '-')}`}
        d="M0 1.5A1.5 1.5 0 0 1 1.5 0h17A1.5 1.5 0 0 1 20 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 0 10.5z"
      />
      {taken ? <path className="network-class__taken" d={taken} /> : null}
    </svg>
  );
}
