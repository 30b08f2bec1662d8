import type { Id } from '@knotenpunkt/kernel';
import { hardlyMeeting } from './composition/apart';
import type { Composed } from './composition/compose';
import { swapsFor } from './composition/exchanges';
import { coverPoints, pairsBridged, POINTS, type Parts } from './composition/objective';
import { MOST_MEMBERS, prepare, type CompositionProblem, type PreparedProblem } from './composition/problem';
import { COVER_WORTH, type Covered } from './coverage';
import { emphasesOf, type Emphasis } from './emphasis';
import type { ActorSuggestion, Reason } from './reasons';
import type { Neighbours } from './shared-partners';
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

/** What a change of the table means for one part of the objective, in its points. */
export interface Difference {
  /** SPARE: one more, or one fewer, brings what is covered anyway. */
  type: 'BENCH' | 'COMPETENCE' | 'SPARE' | 'REACH' | 'BRIDGES' | 'WILLINGNESS';
  /** The kind of the bench or the id of the competence; null for what is about all members. */
  id: string | null;
  points: number;
}

/** Somebody who could sit there instead, and what changes. */
export interface Exchange extends ActorSuggestion {
  covers: Covered[];
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
  /** In what it is ahead of the other proposals. */
  emphasis: Emphasis;
  members: ProposedMember[];
  benches: (WantedBench & { taken: number })[];
  /** By wanted competence: 1 covered, 0.5 partly, 0 not. */
  coverage: { competence: string; worth: number }[];
  /** Who comes from groups that hardly meet. */
  bridges: Reason[];
  /** Members who work together already. */
  ties: { a: Id; b: Id }[];
  parts: Parts;
  points: number;
  /** No other table so different from the ones before has more points. */
  exact: boolean;
  /** No table has more points; null where that is not known. */
  bound: number | null;
}

/** Who works with whom and who belongs to which group, from what the reader may see. */
export interface Surroundings {
  neighbours: Neighbours;
  communityOf: ReadonlyMap<Id, string>;
}

/** Composes up to so many tables, see `composeTables`; beside the thread that answers, if the caller has one. */
export type Compose = (problem: PreparedProblem, most: number) => Composed[] | Promise<Composed[]>;

export const MOST_PROPOSALS = 3;
const EXCHANGES = 3;

/**
 * Alliances for a question, the best first and each different from those before it; none where nobody could come or
 * the table is full already. How they are composed: `composition/`.
 */
export async function proposeAlliances(
  question: TableQuestion,
  all: readonly Candidate[],
  around: Surroundings,
  compose: Compose,
  seats: readonly Seat[] = [],
): Promise<ProposedAlliance[]> {
  const wanted = wantedBenches(question);
  const benchOf = new Map(seats.map(({ actorId, bench }) => [actorId, bench]));
  const fixed = new Set([...benchOf.keys(), ...(question.askedById ? [question.askedById] : [])]);
  const candidates = all
    .map((one): Candidate => ({ ...one, kind: benchOf.get(one.actorId) ?? one.kind }))
    .sort((a, b) => (a.actorId < b.actorId ? -1 : 1));
  if (candidates.filter(({ actorId }) => fixed.has(actorId)).length >= MOST_MEMBERS) return [];
  const problem = prepare(problemOf(question, candidates, fixed, around));
  const composed = await compose(problem, MOST_PROPOSALS);
  const emphases = emphasesOf(composed);
  return composed.map((table, at) => new Telling(question, wanted, candidates, problem, around).of(table, emphases[at]!));
}

/** The problem a question and those who could come are, for `composition/`. */
export function problemOf(
  question: TableQuestion,
  candidates: readonly Candidate[],
  fixed: ReadonlySet<Id>,
  { neighbours, communityOf }: Surroundings,
): CompositionProblem {
  const benches = wantedBenches(question);
  const side = benches.find(({ employeesSide }) => employeesSide);
  return {
    competences: question.competences.map((id) => ({ id, minimum: 1 })),
    benches,
    employees: side ? { bench: side.kind, seats: side.minimum } : null,
    candidates: candidates.map((one) => ({
      id: one.actorId,
      bench: one.kind,
      covers: new Map(one.covered.map(({ competence, cover }) => [competence, cover])),
      willingness: willingness(question, one),
      community: communityOf.get(one.actorId) ?? null,
      with: one.employerId,
      fixed: fixed.has(one.actorId),
    })),
    neighbours,
    apart: hardlyMeeting(neighbours, communityOf),
  };
}

/** Says of a composed table who comes and why, what it covers, and who could be exchanged for whom. */
export class Telling {
  private readonly question: TableQuestion;
  private readonly wanted: readonly WantedBench[];
  /** In the order of the problem's. */
  private readonly candidates: readonly Candidate[];
  private readonly problem: PreparedProblem;
  private readonly neighbours: Neighbours;

  constructor(
    question: TableQuestion,
    wanted: readonly WantedBench[],
    candidates: readonly Candidate[],
    problem: PreparedProblem,
    { neighbours }: Surroundings,
  ) {
    this.question = question;
    this.wanted = wanted;
    this.candidates = candidates;
    this.problem = problem;
    this.neighbours = neighbours;
  }

  of({ places, parts, points, exact, bound }: Composed, emphasis: Emphasis): ProposedAlliance {
    const table = places.map((at) => this.candidates[at]!);
    const worth = worthOf(this.question, table);
    const members = places.map((at) => this.member(places, at));
    return {
      emphasis,
      members: [...members.filter(({ fixed }) => fixed), ...members.filter(({ fixed }) => !fixed)],
      benches: this.wanted.map((bench) => ({ ...bench, taken: table.filter(({ kind }) => kind === bench.kind).length })),
      coverage: this.question.competences.map((competence) => ({ competence, worth: worth.get(competence)! })),
      bridges: this.bridges(places),
      ties: table.flatMap(({ actorId: a }, at) =>
        table.slice(at + 1).flatMap(({ actorId: b }) => (this.neighbours.get(a)?.has(b) ? [{ a, b }] : [])),
      ),
      parts,
      points,
      exact,
      bound,
    };
  }

  private member(places: readonly number[], at: number): ProposedMember {
    const candidate = this.candidates[at]!;
    const { fixed } = this.problem.candidates[at]!;
    const rest = places.filter((place) => place !== at);
    return {
      ...this.suggestion(rest, at),
      bench: candidate.kind,
      covers: [...candidate.covered],
      fixed,
      exchanges: fixed ? [] : this.exchanges(places, at, EXCHANGES),
    };
  }

  /** Who could sit in the place of one at a table, best first, and what each exchange changes. */
  exchanges(places: readonly number[], at: number, most: number): Exchange[] {
    const rest = places.filter((place) => place !== at);
    return swapsFor(this.problem, places, at, most).map(({ place, change }) => ({
      ...this.suggestion(rest, place),
      covers: [...this.candidates[place]!.covered],
      ...this.differences(places, [...rest, place], change),
    }));
  }

  /** Why somebody should come to those who sit there already. */
  private suggestion(rest: readonly number[], at: number): ActorSuggestion {
    const candidate = this.candidates[at]!;
    const others = rest.map((place) => this.candidates[place]!);
    const bench = this.wanted.find(({ kind, minimum }) => kind === candidate.kind && seatsOn(others, kind) < minimum) ?? null;
    const worth = worthOf(this.question, others);
    const adds = ({ competence, cover }: Covered) => worth.has(competence) && COVER_WORTH[cover] > worth.get(competence)!;
    const competences = candidate.covered.filter(adds).map(({ competence }) => competence);
    const worksWith = others.map(({ actorId }) => actorId).filter((id) => this.neighbours.get(candidate.actorId)?.has(id));
    const employer = others.find(({ actorId }) => actorId === candidate.employerId);
    const known = { ...candidate, worksWith, councilOf: employer?.actorId ?? candidate.councilOf };
    return {
      actorId: candidate.actorId,
      certainty: certaintyToCome(this.question, known),
      reasons: reasonsToCome(this.question, known, { bench, competences }),
      doubts: doubtsToAsk(candidate),
    };
  }

  private bridges(places: readonly number[]): Reason[] {
    const first = (community: number) => places.find((at) => this.problem.candidates[at]!.community === community)!;
    return pairsBridged(this.problem, places)
      .slice(0, POINTS.bridges.length)
      .map((pair) => ({
        code: 'BRINGS_TOGETHER',
        params: {},
        evidence: pair.map((community) => ({ type: 'ACTOR', id: this.candidates[first(community)]!.actorId })),
      }));
  }

  private differences(before: readonly number[], after: readonly number[], change: Parts) {
    const [old, now] = [before, after].map((places) => places.map((at) => this.candidates[at]!)) as [Candidate[], Candidate[]];
    const [oldWorth, worth] = [worthOf(this.question, old), worthOf(this.question, now)];
    const all: Difference[] = [
      ...this.wanted.map(({ kind, minimum }): Difference => {
        const taken = (table: readonly Candidate[]) => Math.min(minimum, seatsOn(table, kind));
        return { type: 'BENCH', id: kind, points: POINTS.seat * (taken(now) - taken(old)) };
      }),
      ...this.question.competences.map((id): Difference => {
        const type = worth.get(id) === oldWorth.get(id) ? 'SPARE' : 'COMPETENCE';
        return { type, id, points: coverOf(now, id) - coverOf(old, id) };
      }),
      { type: 'REACH', id: null, points: change.reach },
      { type: 'BRIDGES', id: null, points: change.bridges },
      { type: 'WILLINGNESS', id: null, points: change.willingness },
    ];
    return { gains: all.filter(({ points }) => points > 0), losses: all.filter(({ points }) => points < 0) };
  }
}

const seatsOn = (table: readonly Candidate[], kind: string): number => table.filter((one) => one.kind === kind).length;

function coverOf(table: readonly Candidate[], id: string): number {
  const covers = table.flatMap(({ covered }) => covered.filter(({ competence }) => competence === id));
  const fully = covers.filter(({ cover }) => cover === 'COVERS').length;
  return coverPoints(fully, covers.length - fully, 1);
}
