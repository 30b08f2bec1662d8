import { REASON_CODES } from '@knotenpunkt/matching/domain';

/** What a sign of the picture stands for. Filled shapes mean actors; all the others are strokes. */
export type StopSign = 'ACTOR' | 'OFFER' | 'NEED' | 'THEME' | 'COMPETENCE' | 'BENCH';

/** A reason or doubt with what it rests on. */
export interface DrawnReason {
  code: string;
  evidence: readonly { type: string; id: string; title: string; kind: string | null; address: string | null }[];
}

/** Something that lies between the two ends: a record of the evidence. */
export interface Stop {
  sign: StopSign;
  /** The kind of an actor, or of those a bench is for. */
  kind: string | null;
  title: string;
  address: string | null;
}

/** One thread between the two ends, with nothing, one or two records on it. */
export interface Strand {
  /** The reason or doubt it draws. */
  code: string;
  stops: readonly Stop[];
  /** It does not count: not there yet, or in doubt. */
  dashed: boolean;
}

/** A picture holds so many rows at most; more would no longer be small. */
export const MOST_ROWS = 4;
/** So many threads of one kind, that others find room. */
const MOST_ALIKE = 2;

/** Reasons whose thread has no record of its own. */
const BARE = new Set(['ALREADY_WORKS_TOGETHER', 'ASKS_THE_QUESTION', 'NO_TIE_YET']);
/** What is not there yet. */
const MISSING = new Set(['MISSING_BENCH', 'EMPLOYEES_SIDE_CONCERNED', 'NO_TIE_YET']);
/** Which signs the entries of a reason bear: the suggested one's first. */
const ENTRY_SIGNS: Record<string, [StopSign, StopSign]> = {
  OFFER_ANSWERS_NEED: ['OFFER', 'NEED'],
  NEED_ASKS_FOR_OFFER: ['NEED', 'OFFER'],
  SAME_NEED: ['NEED', 'NEED'],
};
const RANKS: readonly string[] = [...REASON_CODES, 'NO_TIE_YET'];

type Evidence = DrawnReason['evidence'][number];

/**
 * What of the told reasons and doubts can be drawn, as threads between two ends. The same ones come out in whatever order reasons are
 * given, and none shows what no sentence says.
 */
export function strandsOf(reasons: readonly DrawnReason[], doubts: readonly DrawnReason[]): Strand[] {
  const doubted = new Set(doubts.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  const all = [...reasons.flatMap((reason) => strandsOfOne(reason, doubted)), ...doubts.filter(isNoTie).map(bare)];
  const sorted = all.sort((a, b) => RANKS.indexOf(a.code) - RANKS.indexOf(b.code) || compare(keyOf(a), keyOf(b)));
  const chosen: Strand[] = [];
  const rows = () => chosen.reduce((sum, one) => sum + rowsOf(one), 0);
  for (const one of sorted) {
    const alike = chosen.filter(({ code }) => code === one.code);
    const drawn = chosen.some((other) => one.stops.length > 0 && keyOf(other) === keyOf(one));
    if (!drawn && alike.length < MOST_ALIKE && rows() + rowsOf(one) <= MOST_ROWS) chosen.push(one);
  }
  return chosen;
}

/** Each record has a row of its own, and so has a bare thread. */
export function rowsOf({ stops }: Strand): number {
  return Math.max(1, stops.length);
}

function strandsOfOne(reason: DrawnReason, doubted: ReadonlySet<string>): Strand[] {
  const { code, evidence } = reason;
  const entries = evidence.filter(({ type }) => type === 'ENTRY');
  const signs = ENTRY_SIGNS[code];
  if (signs) {
    const [found, asked] = entries;
    if (!found) return [];
    const stops = [...(asked ? [stop(asked, signs[1])] : []), stop(found, signs[0])];
    return [{ code, stops, dashed: doubted.has(found.id) }];
  }
  const others = evidence.filter(({ type }) => type !== 'ENTRY' && type !== 'ASPECT');
  if (others.length === 0) return BARE.has(code) ? [bare(reason)] : [];
  // What covers a competence is the offer: whoever follows the thread comes to it.
  const address = entries[0]?.address;
  return others.map((one) => ({
    code,
    stops: [{ ...stop(one, one.type as StopSign), ...(address ? { address } : {}) }],
    dashed: MISSING.has(code) || entries.some(({ id }) => doubted.has(id)),
  }));
}

function stop({ title, address, kind, type }: Evidence, sign: StopSign): Stop {
  return { sign, kind: type === 'BENCH' ? title : kind, title, address };
}

function bare({ code }: DrawnReason): Strand {
  return { code, stops: [], dashed: MISSING.has(code) };
}

const isNoTie = ({ code }: DrawnReason) => code === 'NO_TIE_YET';
const keyOf = ({ stops }: Strand) => stops.map(({ sign, title, address }) => `${sign} ${title} ${address}`).join(' ');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
