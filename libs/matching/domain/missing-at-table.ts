import type { Id } from '@knotenpunkt/kernel';
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
import { COVER_WORTH } from './coverage';

export interface MissingBench extends WantedBench {
  taken: number;
  candidates: ActorSuggestion[];
}

export interface MissingCompetence {
  competence: string;
  /** Somebody at the table can do it, but does not offer it. */
  partly: boolean;
  candidates: ActorSuggestion[];
}

export interface Missing {
  benches: MissingBench[];
  competences: MissingCompetence[];
}

/**
 * What a table lacks: benches with fewer seats taken than wanted and competences nobody there covers, each with those
 * who could come, best first. Set difference, no statistics; the order of candidates is coverage first (a set-cover
 * gain, see composition/objective.ts), then willingness.
 */
export function missingAtTable(question: TableQuestion, seats: readonly Seat[], all: readonly Candidate[], limit: number): Missing {
  const sitting = new Set(seats.map(({ actorId }) => actorId));
  const worth = worthOf(
    question,
    all.filter(({ actorId }) => sitting.has(actorId)),
  );
  const lacking = question.competences.filter((id) => (worth.get(id) ?? 0) < 1);
  const others = all.filter(({ actorId }) => !sitting.has(actorId));
  const best = (among: readonly Candidate[], bench: WantedBench | null, competences: readonly string[]) =>
    ranked(question, among, competences, worth)
      .slice(0, limit)
      .map((candidate) => suggestion(question, candidate, bench, competences));
  const benches = wantedBenches(question).flatMap((bench): MissingBench[] => {
    const taken = seats.filter((seat) => seat.bench === bench.kind).length;
    if (taken >= bench.minimum) return [];
    return [
      {
        ...bench,
        taken,
        candidates: best(
          others.filter(({ kind }) => kind === bench.kind),
          bench,
          lacking,
        ),
      },
    ];
  });
  const competences = lacking.map((competence): MissingCompetence => {
    const able = others.filter(({ covered }) => covered.some((one) => one.competence === competence));
    return { competence, partly: (worth.get(competence) ?? 0) > 0, candidates: best(able, null, [competence]) };
  });
  return { benches, competences };
}

function ranked(
  question: TableQuestion,
  among: readonly Candidate[],
  competences: readonly string[],
  worth: ReadonlyMap<string, number>,
): Candidate[] {
  const gain = ({ covered }: Candidate) =>
    covered
      .filter(({ competence }) => competences.includes(competence))
      .reduce((sum, { competence, cover }) => sum + Math.max(0, COVER_WORTH[cover] - (worth.get(competence) ?? 0)), 0);
  const score = new Map<Id, number>(among.map((candidate) => [candidate.actorId, gain(candidate) + willingness(question, candidate)]));
  return [...among].sort((a, b) => score.get(b.actorId)! - score.get(a.actorId)! || (a.actorId < b.actorId ? -1 : 1));
}

function suggestion(
  question: TableQuestion,
  candidate: Candidate,
  bench: WantedBench | null,
  competences: readonly string[],
): ActorSuggestion {
  return {
    actorId: candidate.actorId,
    certainty: certaintyToCome(question, candidate),
    reasons: reasonsToCome(question, candidate, { bench, competences }),
    doubts: doubtsToAsk(candidate),
  };
}
