import { SHIPPED_CERTAINTY, probabilityOfFit, type Observed } from '../certainty';
import { logistic, logOdds } from '../learning/logistic';
import { randomFrom } from '../learning/random';
import { joined, type ClueValues } from '../partner-fit';
import type { Lesson } from './learn';
import type { Weights } from './learned-weights';

/** Outcomes of an invented region in which these weights hold, the same for the same seed. For tests. */
export function sampleLessons(count: number, { certainty, trust }: Weights, seed: number): Lesson[] {
  const next = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => {
    const observed: Observed = {
      kind: at % 2 ? 'WORDS' : 'MEANING',
      score: 0.05 + 0.6 * next(),
      asked: 10 + 50 * next(),
      sixth: 0.2 * next(),
    };
    const answers = next() < 0.6 ? observed : null;
    const rest = { asks: 0, same: next() < 0.2 ? next() : 0, shared: next() < 0.6 ? next() : 0, history: 0, themes: next(), bench: next() };
    const values = (models = SHIPPED_CERTAINTY): ClueValues => ({ ...rest, answers: answers ? probabilityOfFit(answers, models) : 0 });
    const chance = logistic(logOdds(joined(values(certainty), trust)));
    return {
      id: `${seed}-${at}`,
      what: { values: values(), observed: { answers, asks: null } },
      cameTrue: next() < chance,
      weight: 1,
    };
  });
}
