import { LEAST_TOLD } from '@knotenpunkt/matching/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section, Table } from '@knotenpunkt/webkit/ui';
import type { ShownLearned } from './useLearned';

type Sureness = ShownLearned['sureness'][number];

/** Place for the words below and beside the square. */
const EDGE = { start: 84, end: 84, above: 8, below: 20 };
const SIDE = 180;

/** How far what was said came true: a picture of the words that were said often enough, and the counts. */
export function LearnedSureness({ sureness }: { sureness: readonly Sureness[] }) {
  const t = useMessages('matching');
  const format = useFormat();
  const told = sureness.filter(({ answered, expected }) => answered >= LEAST_TOLD && expected !== null);
  return (
    <Section title={t('learned.sureness.title')} explanation={t('learned.sureness.explanation')}>
      {told.length > 0 ? <Picture told={told} /> : null}
      <Table
        caption={t('learned.sureness.title')}
        stacked
        columns={[
          { id: 'said', label: t('learned.sureness.column') },
          { id: 'answered', label: t('learned.sureness.answered'), numeric: true },
          { id: 'expected', label: t('learned.sureness.expected'), numeric: true },
          { id: 'came', label: t('learned.sureness.came'), numeric: true },
        ]}
        rows={sureness.map((one) => {
          const few = one.answered < LEAST_TOLD;
          const expected = few || one.expected === null ? t('learned.sureness.few') : format.number(one.expected, 1);
          return { id: one.certainty, cells: { said: t(`certainty.${one.certainty}`), answered: one.answered, expected, came: one.came } };
        })}
      />
    </Section>
  );
}

/** On the dashed line what was expected came true; above it more did. */
function Picture({ told }: { told: readonly Sureness[] }) {
  const t = useMessages('matching');
  const x = (share: number) => EDGE.start + SIDE * share;
  const y = (share: number) => EDGE.above + SIDE * (1 - share);
  return (
    <figure className="learned-picture">
      <svg viewBox={`0 0 ${EDGE.start + SIDE + EDGE.end} ${EDGE.above + SIDE + EDGE.below}`} aria-hidden>
        <rect className="learned-picture__frame" x={x(0)} y={y(1)} width={SIDE} height={SIDE} />
        <line className="learned-picture__agreed" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {told.map(({ certainty, answered, came, expected }, place) => {
          // Words of neighbours stand on different sides.
          const side = place % 2 === 0 ? 1 : -1;
          const at = { x: x((expected ?? 0) / answered), y: y(came / answered) };
          return (
            <g key={certainty}>
              <circle className="learned-picture__dot" cx={at.x} cy={at.y} r={5} />
              <text x={at.x + 9 * side} y={at.y + 4} textAnchor={side > 0 ? 'start' : 'end'}>
                {t(`certainty.${certainty}`)}
              </text>
            </g>
          );
        })}
        <text className="learned-picture__axis" x={x(0.5)} y={y(0) + 15} textAnchor="middle">
          {t('learned.sureness.said')} →
        </text>
        <text className="learned-picture__axis" textAnchor="middle" transform={`translate(${x(0) - 7} ${y(0.5)}) rotate(-90)`}>
          {t('learned.sureness.true')} →
        </text>
      </svg>
      <figcaption className="kn-meta">{t('learned.sureness.picture')}</figcaption>
    </figure>
  );
}
