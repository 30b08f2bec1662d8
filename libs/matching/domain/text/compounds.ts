import { isStopWord } from './stop-words';
import { stemOf } from './stems';
import { tokensOf } from './tokens';

/** What German puts between the parts of a compound; longest first. */
const LINKS = ['en', 'es', 'er', 'ns', 's', 'n', 'e'];
const SHORTEST_PART = 4;
const SHORTEST_SHORT_PART = 3;
const SHORTEST_COMPOUND = 7;
const SHORTEST_PARTIAL = 9;
const SHORTEST_KNOWN_END = 5;
const SHORTEST_KNOWN_BEGINNING = 6;
/** Short words that are parts often enough to be worth the risk of a wrong cut. */
const SHORT_PARTS = new Set(
  'amt art bad bau bus büro ehe eis geld hof job kfz kita lkw not pkw rad rat tag tat tür uni weg web zeit zoll öl'.split(' '),
);
const MOST_PARTS = 4;
/** Endings that look like a word but form participles (`teilnehm|ende`) or verbs. */
const NO_PARTS = /^(ende|enden|endem|ender|endes|ener|enen|tand|heit|keit|schaft|haft|lich|isch|iert|ieren)$/;

/** The words a compound may consist of, as stems. */
export type Lexicon = ReadonlySet<string>;

/** A lexicon from sample texts (the region's entries, the vocabulary). Stop words are no parts of compounds. */
export function lexiconOf(texts: Iterable<string>): Lexicon {
  const stems = new Set<string>();
  for (const text of texts) {
    for (const token of tokensOf(text, 'de')) if (!isStopWord(token, 'de')) stems.add(stemOf(token, 'de'));
  }
  return stems;
}

/** Whether the lexicon knows a part; a modifier may carry a linking element, the last part may not. */
function isPart(part: string, last: boolean, lexicon: Lexicon): boolean {
  if ((part.length < SHORTEST_PART && !SHORT_PARTS.has(part)) || NO_PARTS.test(part)) return false;
  if (lexicon.has(stemOf(part, 'de'))) return true;
  if (last) return false;
  return LINKS.some((link) => {
    const bare = part.endsWith(link) ? part.slice(0, -link.length) : '';
    return (bare.length >= SHORTEST_PART || SHORT_PARTS.has(bare)) && lexicon.has(stemOf(bare, 'de'));
  });
}

/** The cut of the whole word with fewest parts, then longest last parts; empty when the lexicon does not cover it. */
function wholeCut(word: string, lexicon: Lexicon): string[] {
  const bestFrom = new Map<number, string[] | null>();
  const cutFrom = (start: number): string[] | null => {
    const done = bestFrom.get(start);
    if (done !== undefined) return done;
    let best: string[] | null = null;
    for (let end = start + SHORTEST_SHORT_PART; end <= word.length; end++) {
      if (start === 0 && end === word.length) break;
      if (!isPart(word.slice(start, end), end === word.length, lexicon)) continue;
      const rest = end === word.length ? [] : cutFrom(end);
      // From short to long: of two cuts with as many parts the earlier one leaves the longer rest.
      if (rest && (!best || rest.length + 1 < best.length)) best = [word.slice(start, end), ...rest];
    }
    bestFrom.set(start, best);
    return best;
  };
  const parts = cutFrom(0) ?? [];
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

/** The longest known end of a word whose beginning is unknown (`defizit|bescheid`), else its longest known beginning. */
function partialCut(word: string, lexicon: Lexicon): string[] {
  if (word.length < SHORTEST_PARTIAL) return [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_KNOWN_END; at++) {
    if (isPart(word.slice(at), true, lexicon)) return [word.slice(at)];
  }
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_KNOWN_BEGINNING; at--) {
    if (isPart(word.slice(0, at), false, lexicon)) return [word.slice(0, at)];
  }
  return [];
}

/**
 * The parts of a German compound by the words of a lexicon, empty when it is none: `ausbildungsverbund` →
 * `ausbildungs`, `verbund`. Taking the lexicon from the texts themselves follows Koehn & Knight 2003 ("Empirical
 * Methods for Compound Splitting"); of several cuts the one with fewest parts wins, then the one whose last parts are
 * longest, which settles where a linking s belongs (`bildungs|scheck`, not `bildungss|check`). A part that is itself a
 * compound gives its own parts too; a word known only in part gives that part.
 */
export function partsOf(word: string, lexicon: Lexicon): string[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  const parts = wholeCut(word, lexicon);
  if (parts.length === 0) return partialCut(word, lexicon);
  return parts.flatMap((part) => [part, ...(part.length < SHORTEST_COMPOUND ? [] : wholeCut(part, lexicon))]);
}

/** A part as it is compared: without its linking element where the lexicon knows it so, then as a stem. */
export function stemOfPart(part: string, lexicon: Lexicon): string {
  const stem = stemOf(part, 'de');
  if (lexicon.has(stem)) return stem;
  for (const link of LINKS) {
    const bare = part.endsWith(link) ? part.slice(0, -link.length) : '';
    if (bare.length >= SHORTEST_SHORT_PART && lexicon.has(stemOf(bare, 'de'))) return stemOf(bare, 'de');
  }
  return stem;
}
