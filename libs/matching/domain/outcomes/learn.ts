import type { LocalDate } from '@knotenpunkt/kernel';
import { certaintyTerms, probabilityOfFit, SHIPPED_CERTAINTY, type CertaintyModels, type Observed } from '../certainty';
import { logistic, logOdds } from '../learning/logistic';
import { mostProbable, type WeightedCase } from '../learning/most-probable';
import { numberFrom } from '../learning/random';
import { CLUES, joined, SHIPPED_TRUST, type Clue, type ClueValues, type Trust } from '../partner-fit';
import { calibrationError } from './calibration';
import type { Learned } from './learned-weights';
import { verdictOf, type KeptOutcome, type SuggestionBasis } from './outcome';

/** From so many outcomes on, and so many of each side, a region learns; below, what was shipped serves. */
export const LEARNING = { outcomes: 50, ofEachSide: 10 } as const;

/** How far a region's outcomes may lead away from what was shipped: spreads of the normal distributions held before. */
const SPREAD = { slope: 0.5, constant: 1, trust: 1, base: 1 } as const;
const FOLDS = 5;
const TERMS = ['score', 'asked', 'prominence'] as const;
/** How much an answer counts is learned with its certainty, and what was done together is a chance already; the others are measured by them. */
const LEARNED_CLUES = CLUES.filter((clue) => clue !== 'answers' && clue !== 'history');

/** An outcome as it is learned from: it tells nothing of who the two were. */
export interface Lesson extends WeightedCase<SuggestionBasis> {
  /** Decides only in which fold it lies. */
  id: string;
}

/** What can be learned from: what somebody answered to, and nobody objects to. In an order that depends on the ids only. */
export function lessonsFrom(outcomes: readonly KeptOutcome[], today: LocalDate): Lesson[] {
  return outcomes
    .flatMap((outcome): Lesson[] => {
      const verdict = outcome.objectedOn === null && outcome.basis ? verdictOf(outcome, today) : null;
      return verdict ? [{ id: outcome.id, what: outcome.basis!, ...verdict }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface Counts {
  came: number;
  not: number;
}

export function countsOf(lessons: readonly Lesson[]): Counts {
  const came = lessons.filter(({ cameTrue }) => cameTrue).length;
  return { came, not: lessons.length - came };
}

/** What is missing until a region learns; all 0: nothing. */
export function missingForLearning({ came, not }: Counts): { outcomes: number; came: number; not: number } {
  const short = (wanted: number, there: number) => Math.max(0, wanted - there);
  return {
    outcomes: short(LEARNING.outcomes, came + not),
    came: short(LEARNING.ofEachSide, came),
    not: short(LEARNING.ofEachSide, not),
  };
}

/** What a region's outcomes teach; null while they are too few. */
export function learn(lessons: readonly Lesson[]): Learned | null {
  const counts = countsOf(lessons);
  const missing = missingForLearning(counts);
  if (missing.outcomes + missing.came + missing.not > 0) return null;
  const foldOf = ({ id }: Lesson) => Math.floor(FOLDS * numberFrom(id));
  const said = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitted(lessons.filter((lesson) => foldOf(lesson) !== fold));
    return lessons
      .filter((lesson) => foldOf(lesson) === fold)
      .map(({ what, cameTrue }) => ({ said: logistic(logOdds(scoreBy(what, model)) + model.base), cameTrue }));
  }).flat();
  const { certainty, trust, base } = fitted(lessons);
  return { weights: { certainty, trust }, base, counts, calibrationError: calibrationError(said) };
}

interface Model {
  certainty: CertaintyModels;
  trust: Trust;
  base: number;
}

/**
 * The most probable weights given the shipped ones. What says much counts more within its side, but the two sides keep their sizes, so that
 * estimates stay the share of suggestions of which something comes.
 */
function fitted(lessons: readonly Lesson[]): Model {
  const cases = evened(lessons);
  const certainty = { WORDS: certaintyFrom(cases, 'WORDS'), MEANING: certaintyFrom(cases, 'MEANING') };
  const told = cases.map(({ what, ...rest }) => ({ ...rest, what: valuesBy(what, certainty) }));
  const spreads = [SPREAD.base, ...LEARNED_CLUES.map(() => SPREAD.trust)];
  const [base, ...moves] = mostProbable(told, spreads, pairLogOdds);
  const trust = { ...SHIPPED_TRUST };
  LEARNED_CLUES.forEach((clue, at) => (trust[clue] = movedTrust(clue, moves[at]!)));
  return { certainty, trust, base: base! };
}

function evened(lessons: readonly Lesson[]): Lesson[] {
  const mean = (side: boolean) => {
    const members = lessons.filter(({ cameTrue }) => cameTrue === side);
    return members.reduce((sum, { weight }) => sum + weight, 0) / members.length;
  };
  const [came, not] = [mean(true), mean(false)];
  return lessons.map((lesson) => ({ ...lesson, weight: lesson.weight / (lesson.cameTrue ? came : not) }));
}

/** Weights move by a factor, e^move: none changes its sign, so who meets a need better never ranks lower for it. */
function certaintyFrom(cases: readonly Lesson[], kind: Observed['kind']): CertaintyModels['WORDS'] {
  const shipped = SHIPPED_CERTAINTY[kind];
  const told = cases.flatMap(({ what, ...rest }) => {
    const observed = surest(what);
    return observed?.kind === kind && observed.score > 0 && observed.asked > 0 ? [{ ...rest, what: certaintyTerms(observed) }] : [];
  });
  const [constant, score, asked, prominence] = mostProbable(told, [SPREAD.constant, SPREAD.slope, SPREAD.slope, SPREAD.slope], (moves) => {
    const weights = TERMS.map((term, at) => shipped[term] * Math.exp(moves[at + 1]!));
    return (terms, slopes) => {
      slopes[0] = 1;
      TERMS.forEach((term, at) => (slopes[at + 1] = terms[term] * weights[at]!));
      return shipped.constant + moves[0]! + TERMS.reduce((sum, _, at) => sum + slopes[at + 1]!, 0);
    };
  });
  return {
    constant: shipped.constant + constant!,
    score: shipped.score * Math.exp(score!),
    asked: shipped.asked * Math.exp(asked!),
    prominence: shipped.prominence * Math.exp(prominence!),
  };
}

/** Of what was observed, what the suggestion was called certain by. */
function surest({ observed: { answers, asks } }: SuggestionBasis): Observed | null {
  if (!answers || !asks) return answers ?? asks;
  return probabilityOfFit(answers) >= probabilityOfFit(asks) ? answers : asks;
}

function valuesBy({ values, observed: { answers, asks } }: SuggestionBasis, certainty: CertaintyModels): ClueValues {
  return {
    ...values,
    answers: answers ? probabilityOfFit(answers, certainty) : values.answers,
    asks: asks ? probabilityOfFit(asks, certainty) : values.asks,
  };
}

function scoreBy(basis: SuggestionBasis, { certainty, trust }: Model): number {
  return joined(valuesBy(basis, certainty), trust);
}

/** Trust moves in log-odds and stays between 0 and 1. */
function movedTrust(clue: Clue, move: number): number {
  return logistic(logOdds(SHIPPED_TRUST[clue]) + move);
}

function pairLogOdds(moves: Float64Array): (values: ClueValues, slopes: Float64Array) => number {
  const trust = { ...SHIPPED_TRUST };
  LEARNED_CLUES.forEach((clue, at) => (trust[clue] = movedTrust(clue, moves[at + 1]!)));
  return (values, slopes) => {
    const score = joined(values, trust);
    slopes[0] = 1;
    // Of ln(S / (1 − S)) with S = 1 − Π(1 − trust·value).
    if (score > 1e-6 && score < 1 - 1e-6) {
      LEARNED_CLUES.forEach((clue, at) => {
        const held = trust[clue];
        slopes[at + 1] = (values[clue] * held * (1 - held)) / (score * (1 - held * values[clue]));
      });
    }
    return logOdds(score) + moves[0]!;
  };
}
