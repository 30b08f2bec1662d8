import { freshness } from '@knotenpunkt/actors/domain';
import type { Grade, Id, LocalDate } from '@knotenpunkt/kernel';
import { benchComplement } from './bench-complement';
import { certaintyOf, type Observed } from './certainty';
import type { EntryMatch } from './need-offer';
import { seldomPlacesOf, withOverlooked } from './overlooked';
import type { AlikePair, HistoryClue } from './ranking/history';
import { higher, lower, type ActorSuggestion, type Certainty, type Doubt, type Reason } from './reasons';
import { adamicAdar, type SharedPartner } from './shared-partners';
import { themeOverlap } from './theme-overlap';

/** Who looks for partners. */
export interface Asker {
  actorId: Id;
  themes: readonly string[];
  /** Kinds of those it works with, its own among them. */
  kindsAround: readonly string[];
  /** Whether what was done together here is worth telling; then it stands for partners in common. */
  historyTells: boolean;
}

/** A Steckbrief that has not been confirmed for long. */
export interface Aged {
  /** 0 to 1. */
  freshness: number;
  confirmedOn: LocalDate | null;
}

/** How far a Steckbrief still counts on a day; null: it is current. */
export function agedOf(steckbrief: { confirmedOn: LocalDate | null; freshUntil: LocalDate | null }, today: LocalDate): Aged | null {
  const left = freshness(steckbrief.freshUntil, today);
  return left === 1 ? null : { freshness: left, confirmedOn: steckbrief.confirmedOn };
}

/** All that is known about one who might fit. */
export interface Clues {
  actorId: Id;
  kind: string;
  themes: readonly string[];
  /** How much its Steckbrief still counts, 0 to 1, and since when nobody confirmed it; missing: it is current. */
  aged?: Aged | null;
  /** Offers of theirs that answer a need of the asker. */
  answers: readonly EntryMatch[];
  /** Needs of theirs that an offer of the asker answers. */
  asks: readonly EntryMatch[];
  /** Needs of theirs that are like one of the asker's. */
  same: readonly EntryMatch[];
  shared: readonly SharedPartner[];
  /** What was done together so far says of the two, where it says anything. */
  history: HistoryClue | null;
  /** The best grade of a tie the two have already. */
  tie: Grade | null;
  /** With how many it works in all. */
  partners: number;
}

/** Kinds of clue that something may come of two. */
export const CLUES = ['answers', 'asks', 'same', 'shared', 'history', 'themes', 'bench'] as const;
export type Clue = (typeof CLUES)[number];
/** How strong each clue is, 0 to 1. */
export type ClueValues = Record<Clue, number>;
/** How far each kind of clue counts by itself, 0 to 1. */
export type Trust = Record<Clue, number>;

/**
 * Set by the owners of the product; a region with outcomes of its own has others (`outcomes/`). What was done together is a chance learnt from
 * what came of it and needs no such weight.
 */
export const SHIPPED_TRUST: Trust = { answers: 1, asks: 0.8, same: 0.4, shared: 0.3, history: 1, themes: 0.1, bench: 0.05 };
/** Adamic–Adar at which shared partners count half of what they can: about two partners with five partners each. */
const HALF_SHARED = 1.2;
/** Whoever has at most so many partners is seldom found by structure; where no history tells, one place of a list is kept for such. */
export const SELDOM_FOUND = 1;
/** So many reasons of one kind are told; the rest is in the Steckbrief. */
const TOLD = 2;

/** How strong the clues are that something may come of two; where history tells, it stands for the partners in common. */
export function clueValues(asker: Asker, clues: Clues, byHistory = clues.history?.worth ?? 0): ClueValues {
  const best = (matches: readonly EntryMatch[]) => Math.max(0, ...matches.map(({ probability }) => probability));
  const together = adamicAdar(clues.shared);
  const fresh = clues.aged?.freshness ?? 1;
  return {
    answers: best(clues.answers),
    asks: best(clues.asks),
    same: Math.min(1, best(clues.same)),
    shared: asker.historyTells ? 0 : together / (together + HALF_SHARED),
    history: asker.historyTells ? byHistory : 0,
    themes: themeOverlap(asker.themes, clues.themes) * fresh,
    bench: benchComplement(asker.kindsAround, clues.kind) * fresh,
  };
}

/**
 * Each clue is taken as a chance of its own that something comes of it, and the clues are joined as "at least one of them holds":
 * 1 − Π(1 − trust·clue) (noisy-or, Pearl 1988, section 4.3.2). More clues never make it less.
 */
export function joined(values: ClueValues, trust: Trust): number {
  return 1 - CLUES.reduce((none, clue) => none * (1 - trust[clue] * values[clue]), 1);
}

/** How well another actor fits, 0 to 1. */
export function partnerScore(asker: Asker, clues: Clues, trust: Trust = SHIPPED_TRUST): number {
  return joined(clueValues(asker, clues), trust);
}

/** The same with what the ranker of the overlooked says; null for those it does not rank. */
function overlookedScore(asker: Asker, clues: Clues, trust: Trust): number | null {
  const hardlyAny = () => (clues.partners <= SELDOM_FOUND ? partnerScore(asker, clues, trust) : null);
  if (!asker.historyTells || clues.history === null) return hardlyAny();
  const { chanceOverlooked } = clues.history;
  return chanceOverlooked === null ? null : joined(clueValues(asker, clues, chanceOverlooked), trust);
}

/** A suggestion with what it rests on, so that what comes of it can be learned from. */
export interface PartnerSuggestion extends ActorSuggestion {
  score: number;
  values: ClueValues;
  observed: { answers: Observed | null; asks: Observed | null };
}

/**
 * Who fits an actor, best first. Whoever it works with already is left out, unless an offer of theirs clearly answers
 * an open need. The last places go to those seldom found, when the list would hold too few; the
 * reason says so, and the README what it costs.
 */
export function fittingPartners(asker: Asker, all: readonly Clues[], limit: number, trust: Trust = SHIPPED_TRUST): PartnerSuggestion[] {
  const found = all.flatMap((clues) => {
    const told = suggest(asker, clues);
    if (!told) return [];
    const score = partnerScore(asker, clues, trust);
    const suggestion = { ...told, score, ...basisOf(asker, clues) };
    return [{ id: clues.actorId, score, overlookedScore: overlookedScore(asker, clues, trust), clues, suggestion }];
  });
  return withOverlooked(found, limit, seldomPlacesOf(limit)).map(({ one: { clues, suggestion }, kept }) => {
    if (!kept) return suggestion;
    const hardlyAny = clues.partners <= SELDOM_FOUND;
    const reason: Reason = hardlyAny
      ? { code: 'OVERLOOKED', params: { count: clues.partners }, evidence: [] }
      : { code: 'SELDOM_INVOLVED', params: {}, evidence: [] };
    return { ...suggestion, reasons: [...suggestion.reasons, reason] };
  });
}

function basisOf(asker: Asker, clues: Clues): Pick<PartnerSuggestion, 'values' | 'observed'> {
  const observed = { answers: clues.answers[0]?.observed ?? null, asks: clues.asks[0]?.observed ?? null };
  return { values: clueValues(asker, clues), observed };
}

function suggest(asker: Asker, clues: Clues): ActorSuggestion | null {
  if (clues.actorId === asker.actorId) return null;
  const words = [...clues.answers, ...clues.asks].map(({ certainty }) => certainty);
  const best = words.reduce<Certainty | null>(higher, null);
  if (clues.tie === 'WORKS_TOGETHER' && !clues.answers.some(({ certainty }) => certainty === 'WELL_FOUNDED')) return null;
  const certainty = certaintyFrom(best, asker, clues);
  const reasons = reasonsFor(asker, clues);
  // What cannot be told is not suggested.
  if (certainty === null || reasons.length === 0) return null;
  return { actorId: clues.actorId, certainty, reasons, doubts: doubtsFor(clues) };
}

/** Words decide; two shared partners, or a history that makes it probable, lift an attempt to possible, and alone they are an attempt. */
function certaintyFrom(words: Certainty | null, asker: Asker, clues: Clues): Certainty | null {
  const together = clues.shared.length >= 2 || (asker.historyTells && isProbable(clues.history));
  if (words === 'ATTEMPT') return together ? 'POSSIBLE' : 'ATTEMPT';
  if (words !== null) return words;
  const same = clues.same.reduce<Certainty | null>((best, { certainty }) => higher(best, certainty), null);
  return higher(same === null ? null : lower(same), together ? 'ATTEMPT' : null);
}

/** By either ranker as probable as what is suggested for its words. */
function isProbable(history: HistoryClue | null): boolean {
  return history !== null && certaintyOf(Math.max(history.chance, history.chanceOverlooked ?? 0)) !== null;
}
function reasonsFor(asker: Asker, clues: Clues): Reason[] {
  const firstOf = (matches: readonly EntryMatch[]) => matches.slice(0, TOLD).flatMap(({ reasons }) => reasons.slice(0, 1));
  const reasons = [...firstOf(clues.answers), ...firstOf(clues.asks), ...firstOf(clues.same)];
  if (clues.shared.length > 0) {
    const evidence = clues.shared.slice(0, 3).map(({ id }) => ({ type: 'ACTOR' as const, id }));
    reasons.push({ code: 'COMMON_PARTNER', params: { count: clues.shared.length }, evidence });
  }
  if (asker.historyTells) reasons.push(...(clues.history?.alike ?? []).slice(0, 1).map(alikeReason));
  const themes = clues.themes.filter((theme) => asker.themes.includes(theme));
  for (const id of themes.slice(0, TOLD)) reasons.push({ code: 'SHARED_THEME', params: {}, evidence: [{ type: 'THEME', id }] });
  if (clues.tie === 'WORKS_TOGETHER') reasons.push({ code: 'ALREADY_WORKS_TOGETHER', params: {}, evidence: [] });
  return reasons;
}

/** That nobody confirmed a Steckbrief for long, where it is so. */
export function agedSteckbrief({ actorId, aged }: { actorId: Id; aged?: Aged | null | undefined }): Doubt[] {
  if (!aged?.confirmedOn || aged.freshness === 1) return [];
  return [{ code: 'PROFILE_CONFIRMED_LONG_AGO', params: { date: aged.confirmedOn }, evidence: [{ type: 'ACTOR', id: actorId }] }];
}

function doubtsFor(clues: Clues): Doubt[] {
  const said = [...clues.answers.slice(0, 1), ...clues.asks.slice(0, 1)].flatMap((match) => match.doubts);
  // An old offer or need says it already.
  const doubts = said.some(({ code }) => code === 'CONFIRMED_LONG_AGO') ? said : [...said, ...agedSteckbrief(clues)];
  return clues.tie === null && clues.shared.length === 0 ? [...doubts, { code: 'NO_TIE_YET', params: {}, evidence: [] }] : doubts;
}

/** What somebody did that is like what the askers did, or like what is asked. */
export function alikeReason({ theirs, ours }: AlikePair): Reason {
  const evidence = [theirs, ...(ours === null ? [] : [ours])].map((id) => ({ type: 'PROJECT' as const, id }));
  return { code: ours === null ? 'ALIKE_QUESTION' : 'ALIKE_PROJECT', params: {}, evidence };
}
