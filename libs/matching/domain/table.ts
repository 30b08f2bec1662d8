import { concernsEmployees } from '@knotenpunkt/challenges/domain';
import type { Id } from '@knotenpunkt/kernel';
import { COVER_WORTH, type Covered } from './coverage';
import type { EntryMatch } from './need-offer';
import { agedSteckbrief, alikeReason, type Aged } from './partner-fit';
import type { HistoryClue } from './ranking/history';
import { higher, type Certainty, type Doubt, type Reason } from './reasons';
import { themeOverlap } from './theme-overlap';

/** A challenge as matching sees it: who and what should come to the table. */
export interface TableQuestion {
  /** Question and context in words. */
  text: string;
  themes: readonly string[];
  /** Ids of the competences wanted. */
  competences: readonly string[];
  benches: readonly { kind: string; minimum: number }[];
  askedById: Id | null;
}

/** Somebody at the table and the bench it sits on. */
export interface Seat {
  actorId: Id;
  bench: string;
}

/** Somebody who could come, with all that is known for and against. */
export interface Candidate {
  actorId: Id;
  kind: string;
  themes: readonly string[];
  covered: readonly Covered[];
  /** Offers that answer the question, best first. */
  matches: readonly EntryMatch[];
  /** Those at the table it works with already. */
  worksWith: readonly Id[];
  /** Resource allocation over partners shared with the table. */
  shared: number;
  /** What was done together so far says of it and the table, in place of shared partners; null: nothing worth telling. */
  history: TableHistory | null;
  /** It is the works or staff council of somebody at the table. */
  councilOf: Id | null;
  /** It is the works or staff council of this one, wherever that sits. */
  employerId: Id | null;
  openCommitments: number;
  offersAnything: boolean;
  /** Of its Steckbrief; missing: it is current. */
  aged?: Aged | null;
}

export type TableHistory = Pick<HistoryClue, 'worth' | 'alike'>;

export interface WantedBench {
  kind: string;
  minimum: number;
  /** Nobody asked for it: it belongs there because the question touches what employees have a say in. */
  employeesSide: boolean;
}

/** From so many open Zusagen on it is asked whether another one can be kept. */
export const MANY_COMMITMENTS = 3;
/** Resource allocation at which common partners count half of what they can. */
const HALF_SHARED = 0.3;

/** The benches a question wants, and the employees' side where it is concerned and was not thought of. */
export function wantedBenches(question: TableQuestion): WantedBench[] {
  const wanted = question.benches.map(({ kind, minimum }) => ({
    kind,
    minimum,
    employeesSide: kind === 'UNION' && concernsEmployees(question),
  }));
  if (wanted.some(({ kind }) => kind === 'UNION') || !concernsEmployees(question)) return wanted;
  return [...wanted, { kind: 'UNION', minimum: 1, employeesSide: true }];
}

/**
 * How likely somebody comes and stays, 0 to 1: an offer that answers the question, any open offer, themes of its
 * own, what was done together or partners in common, people at the table it knows, a workforce concerned; joined by noisy-or as in partner-fit.ts, halved for who has
 * promised much already. The weights are set by the owners of the product; nobody has judged such cases.
 */
export function willingness(question: TableQuestion, candidate: Candidate): number {
  const fresh = candidate.aged?.freshness ?? 1;
  const chances = [
    Math.max(0, ...candidate.matches.map((match) => match.probability)),
    candidate.offersAnything ? 0.1 * fresh : 0,
    0.3 * themeOverlap(question.themes, candidate.themes) * fresh,
    candidate.history ? candidate.history.worth : (0.3 * candidate.shared) / (candidate.shared + HALF_SHARED),
    candidate.worksWith.length > 0 ? 0.3 : 0,
    candidate.councilOf ? 0.8 : 0,
    candidate.actorId === question.askedById ? 1 : 0,
  ];
  const joined = 1 - chances.reduce((none, chance) => none * (1 - chance), 1);
  return candidate.openCommitments >= MANY_COMMITMENTS ? joined / 2 : joined;
}

/** Why somebody should come: the bench first, then what it covers, then what ties it to question and table. */
export function reasonsToCome(
  question: TableQuestion,
  candidate: Candidate,
  needed: { bench: WantedBench | null; competences: readonly string[] },
): Reason[] {
  const reasons: Reason[] = [];
  const { bench } = needed;
  if (candidate.actorId === question.askedById) reasons.push({ code: 'ASKS_THE_QUESTION', params: {}, evidence: [] });
  if (candidate.councilOf) reasons.push({ code: 'COUNCIL_OF_MEMBER', params: {}, evidence: [{ type: 'ACTOR', id: candidate.councilOf }] });
  else if (bench?.employeesSide)
    reasons.push({ code: 'EMPLOYEES_SIDE_CONCERNED', params: {}, evidence: [{ type: 'BENCH', id: bench.kind }] });
  else if (bench) reasons.push({ code: 'MISSING_BENCH', params: {}, evidence: [{ type: 'BENCH', id: bench.kind }] });
  for (const { competence, entryId, stated } of candidate.covered.filter((one) => needed.competences.includes(one.competence))) {
    const evidence: Reason['evidence'] = [{ type: 'COMPETENCE', id: competence }];
    if (entryId) evidence.push({ type: 'ENTRY', id: entryId });
    reasons.push({ code: stated ? 'STATED_COMPETENCE' : 'MISSING_COMPETENCE', params: {}, evidence });
  }
  reasons.push(...candidate.matches.slice(0, 1).flatMap((match) => match.reasons.slice(0, 1)));
  if (candidate.worksWith.length > 0) {
    const evidence = candidate.worksWith.slice(0, 3).map((id) => ({ type: 'ACTOR' as const, id }));
    reasons.push({ code: 'ALREADY_WORKS_TOGETHER', params: { count: candidate.worksWith.length }, evidence });
  }
  reasons.push(...(candidate.history?.alike ?? []).slice(0, 1).map(alikeReason));
  const theme = candidate.themes.find((id) => question.themes.includes(id));
  if (theme) reasons.push({ code: 'SHARED_THEME', params: {}, evidence: [{ type: 'THEME', id: theme }] });
  return reasons;
}

export function doubtsToAsk(candidate: Candidate): Doubt[] {
  const doubts: Doubt[] = candidate.matches.slice(0, 1).flatMap((match) => match.doubts);
  if (!doubts.some(({ code }) => code === 'CONFIRMED_LONG_AGO')) doubts.push(...agedSteckbrief(candidate));
  if (candidate.openCommitments >= MANY_COMMITMENTS)
    doubts.push({ code: 'MANY_OPEN_COMMITMENTS', params: { count: candidate.openCommitments }, evidence: [] });
  if (!candidate.offersAnything) doubts.push({ code: 'NOTHING_OFFERED', params: {}, evidence: [] });
  return doubts;
}

/** An offer of what is wanted or a workforce concerned is well founded; a Steckbrief that says so is possible; a bench or a theme alone is an attempt. */
export function certaintyToCome(question: TableQuestion, candidate: Candidate): Certainty {
  const wanted = candidate.covered.filter(({ competence }) => question.competences.includes(competence));
  const words = candidate.matches.reduce<Certainty | null>((best, { certainty }) => higher(best, certainty), null);
  if (candidate.councilOf || candidate.actorId === question.askedById || wanted.some(({ cover }) => cover === 'COVERS'))
    return 'WELL_FOUNDED';
  return higher(words, wanted.length > 0 ? 'POSSIBLE' : 'ATTEMPT') ?? 'ATTEMPT';
}

/** How much of each wanted competence a table covers: the best of those who sit there. */
export function worthOf(question: TableQuestion, atTable: readonly Candidate[]): Map<string, number> {
  const worth = new Map(question.competences.map((id) => [id, 0]));
  for (const { competence, cover } of atTable.flatMap(({ covered }) => covered)) {
    if (worth.has(competence)) worth.set(competence, Math.max(worth.get(competence)!, COVER_WORTH[cover]));
  }
  return worth;
}
