import type { Id } from '@knotenpunkt/kernel';
import { COVER_WORTH, type Covered } from './coverage';
import type { ActorSuggestion } from './reasons';
import {
  certaintyToCome,
  doubtsToAsk,
  reasonsToCome,
  wantedBenches,
  willingness,
  worthOf,
  type Candidate,
  type Seat,
  type TableQuestion,
  type WantedBench,
} from './table';

/** What one change of the table means, by what it is about. */
export interface Difference {
  type: 'BENCH' | 'COMPETENCE';
  id: string;
}

/** Somebody who could sit there instead, and what changes. */
export interface Exchange extends ActorSuggestion {
  gains: Difference[];
  losses: Difference[];
}

export interface ProposedMember extends ActorSuggestion {
  bench: string;
  covers: Covered[];
  /** It asks the question or sits there already: not for exchange. */
  fixed: boolean;
  exchanges: Exchange[];
}

export interface ProposedAlliance {
  members: ProposedMember[];
  benches: (WantedBench & { taken: number })[];
  /** By wanted competence: 1 covered, 0.5 partly, 0 not. */
  coverage: { competence: string; worth: number }[];
}

/** More people than this no longer sit at one table. */
export const MOST_MEMBERS = 12;
const EXCHANGES = 3;
/** Willingness decides between those who add alike; it never outweighs a whole seat or competence. */
const WILLINGNESS_WEIGHT = 0.5;

/**
 * A first proposal: whoever asks and whoever sits there already, then again and again the one who adds most, until
 * nobody adds anything. What counts is seats up to each bench's minimum (the employees' side among them where the
 * question concerns it) and competences covered: a monotone submodular function, for which this greedy choice reaches
 * at least 1 − 1/e of the best (Nemhauser, Wolsey & Fisher 1978). Among those who add alike the more willing come
 * first.
 */
export function composeAlliance(question: TableQuestion, all: readonly Candidate[], seats: readonly Seat[] = []): ProposedAlliance {
  const wanted = wantedBenches(question);
  const fixed = new Set([...seats.map(({ actorId }) => actorId), ...(question.askedById ? [question.askedById] : [])]);
  const benchOf = new Map(seats.map(({ actorId, bench }) => [actorId, bench]));
  const seated = (candidate: Candidate): Candidate => ({ ...candidate, kind: benchOf.get(candidate.actorId) ?? candidate.kind });
  const candidates = all.map(seated).sort((a, b) => (a.actorId < b.actorId ? -1 : 1));
  const table = candidates.filter(({ actorId }) => fixed.has(actorId));
  const joined = new Map<Id, { bench: WantedBench | null; competences: string[] }>();
  for (const candidate of table)
    joined.set(candidate.actorId, { bench: null, competences: candidate.covered.map(({ competence }) => competence) });
  const willing = new Map(candidates.map((candidate) => [candidate.actorId, willingness(question, candidate)]));
  while (table.length < MOST_MEMBERS) {
    const before = valueOf(question, wanted, table);
    let best: { candidate: Candidate; score: number } | null = null;
    for (const candidate of candidates) {
      if (joined.has(candidate.actorId)) continue;
      const gain = valueOf(question, wanted, [...table, candidate]) - before;
      const score = gain + WILLINGNESS_WEIGHT * willing.get(candidate.actorId)!;
      if (gain > 0 && (best === null || score > best.score)) best = { candidate, score };
    }
    if (best === null) break;
    joined.set(best.candidate.actorId, addedBy(question, wanted, table, best.candidate));
    table.push(best.candidate);
  }
  const others = candidates.filter(({ actorId }) => !joined.has(actorId));
  const worth = worthOf(question, table);
  return {
    members: table.map((member) => ({
      ...suggestion(question, member, joined.get(member.actorId)!),
      bench: member.kind,
      covers: [...member.covered],
      fixed: fixed.has(member.actorId),
      exchanges: fixed.has(member.actorId) ? [] : exchangesFor(question, wanted, table, member, others),
    })),
    benches: wanted.map((bench) => ({ ...bench, taken: table.filter(({ kind }) => kind === bench.kind).length })),
    coverage: question.competences.map((competence) => ({ competence, worth: worth.get(competence) ?? 0 })),
  };
}

/** Seats filled, up to each minimum, and competences covered. */
export function valueOf(question: TableQuestion, wanted: readonly WantedBench[], table: readonly Candidate[]): number {
  const seats = wanted.reduce((sum, { kind, minimum }) => sum + Math.min(minimum, table.filter((one) => one.kind === kind).length), 0);
  return seats + [...worthOf(question, table).values()].reduce((sum, worth) => sum + worth, 0);
}

function addedBy(question: TableQuestion, wanted: readonly WantedBench[], table: readonly Candidate[], candidate: Candidate) {
  const bench =
    wanted.find(({ kind, minimum }) => kind === candidate.kind && table.filter((one) => one.kind === kind).length < minimum) ?? null;
  const worth = worthOf(question, table);
  const adds = ({ competence, cover }: Covered) => worth.has(competence) && COVER_WORTH[cover] > worth.get(competence)!;
  return { bench, competences: candidate.covered.filter(adds).map(({ competence }) => competence) };
}

function exchangesFor(
  question: TableQuestion,
  wanted: readonly WantedBench[],
  table: readonly Candidate[],
  member: Candidate,
  others: readonly Candidate[],
): Exchange[] {
  const without = table.filter(({ actorId }) => actorId !== member.actorId);
  const least = valueOf(question, wanted, without);
  return others
    .flatMap((other) => {
      const value = valueOf(question, wanted, [...without, other]);
      return value > least ? [{ other, score: value + WILLINGNESS_WEIGHT * willingness(question, other) }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.other.actorId < b.other.actorId ? -1 : 1))
    .slice(0, EXCHANGES)
    .map(({ other }) => ({
      ...suggestion(question, other, addedBy(question, wanted, without, other)),
      ...differences(question, wanted, table, [...without, other]),
    }));
}

/** What a table gains and loses by a change. */
export function differences(
  question: TableQuestion,
  wanted: readonly WantedBench[],
  before: readonly Candidate[],
  after: readonly Candidate[],
): { gains: Difference[]; losses: Difference[] } {
  const seatsAt = (table: readonly Candidate[], { kind, minimum }: WantedBench) =>
    Math.min(minimum, table.filter((one) => one.kind === kind).length);
  const [old, now] = [worthOf(question, before), worthOf(question, after)];
  const changes = [
    ...wanted.map((bench) => ({ type: 'BENCH' as const, id: bench.kind, by: seatsAt(after, bench) - seatsAt(before, bench) })),
    ...question.competences.map((id) => ({ type: 'COMPETENCE' as const, id, by: now.get(id)! - old.get(id)! })),
  ];
  const those = (sign: number) => changes.filter(({ by }) => Math.sign(by) === sign).map(({ type, id }) => ({ type, id }));
  return { gains: those(1), losses: those(-1) };
}

function suggestion(
  question: TableQuestion,
  candidate: Candidate,
  needed: { bench: WantedBench | null; competences: readonly string[] },
): ActorSuggestion {
  return {
    actorId: candidate.actorId,
    certainty: certaintyToCome(question, candidate),
    reasons: reasonsToCome(question, candidate, needed),
    doubts: doubtsToAsk(candidate),
  };
}
