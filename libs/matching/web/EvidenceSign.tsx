import type { StopSign } from './evidence-strands';

/** Signs of what is no actor: strokes in a box of 16, never filled shapes. */
export type StrokeSign = Exclude<StopSign, 'ACTOR'> | 'QUESTION' | 'INITIATIVE' | 'LINE';

const STROKES: Record<StrokeSign, string> = {
  OFFER: 'M8 10.4V2.6M4.9 5.5 8 2.4l3.1 3.1M2.4 9.6v4h11.2v-4',
  NEED: 'M8 2.4v7.8M4.9 7.3 8 10.4l3.1-3.1M2.4 9.6v4h11.2v-4',
  THEME: 'M6.2 2.4 4.9 13.6M11.1 2.4 9.8 13.6M2.6 5.8h11.2M2.2 10.2h11.2',
  COMPETENCE: 'M5.8 11.2C5.6 9.9 3.9 9 3.9 6.6a4.1 4.1 0 0 1 8.2 0c0 2.4-1.7 3.3-1.9 4.6zM6.2 13.8h3.6',
  BENCH: 'M5.2 2.2h5.6l.6 5.2H4.6zM3.6 9.4h8.8v2.3H3.6zM4.6 11.7v2.4M11.4 11.7v2.4',
  QUESTION: 'M5.4 5.6a2.6 2.6 0 1 1 3.9 2.2c-.9.5-1.3 1-1.3 2M8 12.7v.3',
  INITIATIVE: 'M4 14V2.4h8.4l-2.2 3 2.2 3H4',
  LINE: 'M2.4 4.4h11.2M2.4 8h11.2M2.4 11.6h6.4',
};

/** The sign of an offer, a need, a theme … in a picture of evidence; its name stands beside it. */
export function EvidenceSign({ sign }: { sign: StrokeSign }) {
  return <path className="matching-evidence__sign" d={STROKES[sign]} aria-hidden />;
}
