import { checkText, isId, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { plainOf } from '@knotenpunkt/themes/domain';
import { canEdit, type Actor } from './actor';

/** PROPOSED: waits for the coordination; TERM: a term of the region; EQUATED: another word for a term; REFUSED: not taken in. */
export const WORD_STATES = ['PROPOSED', 'TERM', 'EQUATED', 'REFUSED'] as const;
export type WordState = (typeof WORD_STATES)[number];

/** A word of an organisation's own for a competence. In a Steckbrief stands what stands for it, as an id of the vocabulary would. */
export interface CompetenceWord {
  id: Id;
  regionId: Id;
  /** Who proposed it; null: nobody any more. */
  actorId: Id | null;
  /** As it was proposed. */
  written: string;
  state: WordState;
  /** What stands for it in a Steckbrief: the word itself, the term it was taken in as, or the one it was equated with. Null: refused. */
  term: string | null;
  /** Why it was refused. */
  reason: string;
  proposedOn: LocalDate;
  decidedOn: LocalDate | null;
  version: number;
}

export const WORD_LIMITS = { word: 60, reason: 400, open: 10 } as const;

export type WordCode =
  TextCode | 'NOT_PERMITTED' | 'WORD_WITHOUT_LETTERS' | 'WORD_KNOWN' | 'WORD_REFUSED' | 'WORD_DECIDED' | 'TERM_UNKNOWN' | 'TOO_MANY_WORDS';

/** A word as it is kept: in one line, with a letter in it. */
export function checkWord(field: string, word: string): Result<string, TextCode | 'WORD_WITHOUT_LETTERS'> {
  const text = checkText(field, word.replace(/\s+/gu, ' '), { max: WORD_LIMITS.word });
  if (!text.ok) return text;
  return /\p{L}/u.test(text.value) && wordKey(text.value) !== '' ? text : refuse('WORD_WITHOUT_LETTERS', { field });
}

/** What makes a word the same: case, accents, hyphens and spaces do not count. */
export function wordKey(word: string): string {
  return plainOf(word).replaceAll(' ', '');
}

/** What the vocabulary and the region have for a word. */
export interface WordsThere {
  /** The name of the competence that has this label or synonym already, as its reader knows it. */
  known: string | null;
  /** The same word, whoever proposed it. */
  present: CompetenceWord | null;
  /** How many proposals of the organisation wait. */
  open: number;
  today: LocalDate;
}

/** A proposal, or why there is none. A word that is there already is given as it is: it can be chosen. */
export function proposeWord(
  viewer: Viewer,
  actor: Pick<Actor, 'id' | 'archived' | 'regionId'>,
  wish: { id: Id; word: string },
  there: WordsThere,
): Result<CompetenceWord, WordCode> {
  if (!canEdit(viewer, actor) || !isId(wish.id)) return refuse('NOT_PERMITTED');
  const word = checkWord('word', wish.word);
  if (!word.ok) return word;
  if (there.known !== null) return refuse('WORD_KNOWN', { field: 'word', params: { name: there.known } });
  if (there.present?.state === 'REFUSED') return refuse('WORD_REFUSED', { field: 'word', params: { reason: there.present.reason } });
  if (there.present) return ok(there.present);
  if (there.open >= WORD_LIMITS.open) return refuse('TOO_MANY_WORDS', { field: 'word', params: { max: WORD_LIMITS.open } });
  return ok({
    id: wish.id,
    regionId: actor.regionId,
    actorId: actor.id,
    written: word.value,
    state: 'PROPOSED',
    term: word.value,
    reason: '',
    proposedOn: there.today,
    decidedOn: null,
    version: 1,
  });
}

/** Who decides on the words of a region. */
export function decidesOnWords(viewer: Viewer): boolean {
  return passes(viewer, 'COORDINATOR');
}

/** What becomes of a word. */
export type WordDecision =
  | { kind: 'TAKE_IN'; term: string; known: string | null }
  | { kind: 'EQUATE'; term: string; isTerm: boolean }
  | { kind: 'REFUSE'; reason: string };

/** A word once it is decided on, or why it cannot be. What was refused can be taken in later; what is a term stays one. */
export function decideOnWord(
  viewer: Viewer,
  word: CompetenceWord,
  decision: WordDecision,
  today: LocalDate,
): Result<CompetenceWord, WordCode> {
  if (!decidesOnWords(viewer)) return refuse('NOT_PERMITTED');
  if (word.state === 'TERM' || word.state === 'EQUATED') return refuse('WORD_DECIDED');
  const decided = { ...word, decidedOn: today, reason: '' };
  switch (decision.kind) {
    case 'TAKE_IN': {
      const term = checkWord('term', decision.term);
      if (!term.ok) return term;
      if (decision.known !== null) return refuse('WORD_KNOWN', { field: 'term', params: { name: decision.known } });
      return ok({ ...decided, state: 'TERM', term: term.value });
    }
    case 'EQUATE':
      if (!decision.isTerm || decision.term === word.written) return refuse('TERM_UNKNOWN', { field: 'term' });
      return ok({ ...decided, state: 'EQUATED', term: decision.term });
    case 'REFUSE': {
      const reason = checkText('reason', decision.reason, { max: WORD_LIMITS.reason });
      return reason.ok ? ok({ ...decided, state: 'REFUSED', term: null, reason: reason.value }) : reason;
    }
  }
}

/** Competences with one of them replaced by another, or taken away; each once, in their order. */
export function withTermFor(competences: readonly string[], written: string, term: string | null): string[] {
  const replaced = competences.flatMap((id) => (id === written ? (term ?? []) : [id]));
  return [...new Set(replaced)];
}
