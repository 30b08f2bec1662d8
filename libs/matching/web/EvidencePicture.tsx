import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';
import { layOut, PICTURE_WIDTH, ROW, SIGN, type LaidStop } from './evidence-layout';
import { strandsOf, type DrawnReason, type Stop, type Strand } from './evidence-strands';
import { EvidenceSign, type StrokeSign } from './EvidenceSign';
import './evidence.css';

/** One of the two between whom a picture is drawn: an actor, or what somebody is looked for. */
export type PictureEnd = { name: string } & ({ kind: string; slug: string } | { sign: StrokeSign });

export interface EvidencePictureProps {
  /** Who or what looks for somebody. */
  from: PictureEnd;
  /** Who is suggested. */
  to: PictureEnd;
  /** Those told in sentences: the picture says nothing else. */
  reasons: readonly DrawnReason[];
  doubts: readonly DrawnReason[];
}

/**
 * What lies between two ends, as a small picture: each record leads to where it stands, each thread between two actors to their way in
 * the network. Dashed is what does not count yet. The two ends stand beside it as links already, so that the keyboard need not pass them.
 */
export function EvidencePicture({ from, to, reasons, doubts }: EvidencePictureProps) {
  const t = useMessages('matching');
  const strands = strandsOf(reasons, doubts);
  if (strands.length === 0) return null;
  const wordsOf = ({ code, stops }: Strand) => (stops.length > 0 ? stops.map(nameOf) : [t(`picture.${code}`)]);
  const nameOf = ({ sign, title }: Stop) => (sign === 'BENCH' ? t(`themes:benches.${title}`) : title);
  const laid = layOut(
    from.name,
    strands.map((strand) => ({ labels: wordsOf(strand), bare: strand.stops.length === 0, dashed: strand.dashed })),
    to.name,
  );
  const way = 'slug' in from && 'slug' in to ? `/netzwerk?akteur=${from.slug}&ziel=${to.slug}` : null;
  return (
    <svg
      className="matching-evidence"
      viewBox={`0 0 ${PICTURE_WIDTH} ${laid.height}`}
      role="list"
      aria-label={t('picture.label', { from: from.name, to: to.name })}
    >
      <g aria-hidden>
        {laid.rails.map(({ line, dashed }) => (
          <path key={line} className={lineClass(dashed)} d={line} />
        ))}
        <End end={from} at={laid.from} />
        <End end={to} at={laid.to} atEnd />
      </g>
      {laid.strands.map(({ stops, line, tail, dashed }, at) => {
        const strand = strands[at]!;
        const leads = way !== null && LEADS_TO_WAY.has(strand.code);
        return (
          <g key={`${strand.code}-${at}`} role="listitem">
            <path className={lineClass(dashed)} d={line} aria-hidden />
            {stops.map((place, stopAt) => {
              const stop = strand.stops[stopAt];
              const last = stopAt === stops.length - 1;
              const name = stop ? t(`picture.${stop.sign}`, { name: nameOf(stop) }) : place.label.text;
              const width = last && !leads ? tail.x + tail.width - place.area.x : place.area.width;
              return (
                <Row key={place.y} name={name} address={stop ? stop.address : leads ? way : null} place={place} width={width}>
                  {stop ? <StopMark stop={stop} place={place} /> : null}
                </Row>
              );
            })}
            {leads && strand.stops.length > 0 ? (
              <Link className="matching-evidence__link" to={way} aria-label={t('picture.way', { from: from.name, to: to.name })}>
                <rect className="matching-evidence__area" x={tail.x} y={tail.y - ROW / 2} width={tail.width} height={ROW} rx={3} />
              </Link>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

/** Threads that are ties of the network. */
const LEADS_TO_WAY = new Set(['COMMON_PARTNER', 'ALREADY_WORKS_TOGETHER']);

const lineClass = (dashed: boolean) => (dashed ? 'matching-evidence__line matching-evidence__line--dashed' : 'matching-evidence__line');

/** A row of the picture: a link where there is something to be led to. */
function Row({
  name,
  address,
  place,
  width,
  children,
}: {
  name: string;
  address: string | null;
  place: LaidStop;
  width: number;
  children: ReactNode;
}) {
  const words = (
    <>
      <rect className="matching-evidence__area" x={place.area.x} y={place.y - ROW / 2} width={width} height={ROW} rx={3} />
      {children}
      <text className="matching-evidence__text" x={place.label.x} y={place.y}>
        {place.label.text}
      </text>
    </>
  );
  return address ? (
    <Link className="matching-evidence__link" to={address} aria-label={name}>
      {words}
    </Link>
  ) : (
    <g role="img" aria-label={name}>
      {words}
    </g>
  );
}

function StopMark({ stop, place }: { stop: Stop; place: LaidStop }) {
  return (
    <Placed x={place.sign ?? 0} y={place.y}>
      {stop.sign === 'ACTOR' ? <KindMark kind={stop.kind ?? ''} silent /> : <EvidenceSign sign={stop.sign} />}
    </Placed>
  );
}

function Placed({ x, y, children }: { x: number; y: number; children: ReactNode }) {
  return <g transform={`translate(${x - SIGN / 2} ${y - SIGN / 2})`}>{children}</g>;
}

function End({ end, at, atEnd = false }: { end: PictureEnd; at: { text: string; x: number; y: number }; atEnd?: boolean }) {
  const away = SIGN / 2 + 6;
  const drawn = (
    <>
      <Placed x={at.x} y={at.y}>
        {'kind' in end ? <KindMark kind={end.kind} silent /> : <EvidenceSign sign={end.sign} />}
      </Placed>
      <text className="matching-evidence__end" x={atEnd ? at.x - away : at.x + away} y={at.y} textAnchor={atEnd ? 'end' : 'start'}>
        {at.text}
      </text>
    </>
  );
  return 'slug' in end ? (
    <Link to={`/akteure/${end.slug}`} tabIndex={-1}>
      {drawn}
    </Link>
  ) : (
    drawn
  );
}
