import { totalOf, type Weights } from './weights';

/** How fast repeating a word stops to count. */
const K1 = 1.5;
/** How much long texts are held back, 0 (not) to 1 (fully). */
const B = 0.5;

/** A text as BM25 sees it. */
export interface Measured {
  features: Weights;
  /** Σ of the features' weights. */
  length: number;
}

export function measured(features: Weights): Measured {
  return { features, length: totalOf(features) };
}

/**
 * A word of a question and the ways in which a text may say it: by the word itself, by the parts of the compound it
 * is, by a word of the same field. What one way consists of is added up; the best way counts.
 */
export interface AskedWord {
  /** As in the text, lower case. */
  word: string;
  ways: readonly (readonly { feature: string; weight: number }[])[];
}

/** A question's words with what each way is worth: weight times rarity. */
export interface WeighedQuestion {
  words: { word: string; ways: { feature: string; worth: number }[][]; worth: number }[];
  /** The most a text could reach. */
  total: number;
}

export function weighQuestion(words: readonly AskedWord[], rarity: (feature: string) => number): WeighedQuestion {
  const weighed = words.map(({ word, ways }) => {
    const worths = ways.map((way) => way.map(({ feature, weight }) => ({ feature, worth: weight * rarity(feature) })));
    return { word, ways: worths, worth: Math.max(0, ...worths.map(sum)) };
  });
  return { words: weighed, total: sum(weighed) };
}

const sum = (list: readonly { worth: number }[]) => list.reduce((total, { worth }) => total + worth, 0);

/** How present a feature is in a text: tf / (tf + k1·(1 − b + b·length/average)), 0 to 1. */
export function presence(text: Measured, feature: string, averageLength: number): number {
  const weight = text.features.get(feature);
  return weight ? weight / (weight + K1 * (1 - B + (B * text.length) / averageLength)) : 0;
}

/** What of one asked word a text says, by the best way. */
export function saidOf(word: WeighedQuestion['words'][number], text: Measured, averageLength: number): number {
  let best = 0;
  for (const way of word.ways) {
    let said = 0;
    for (const { feature, worth } of way) said += worth * presence(text, feature, averageLength);
    best = Math.max(best, said);
  }
  return best;
}

/**
 * The share of a question's worth that a text says, 0 to 1: BM25 (Robertson & Zaragoza 2009, "The Probabilistic
 * Relevance Framework: BM25 and Beyond") without the constant factor k1 + 1, divided by the most a text could reach.
 * Fields of the text are weighted before they are added up, as in BM25F (section 3.5.3 there). That the ways to say one
 * word count once, not each for itself, follows the structured queries of Pirkola 1998.
 */
export function coverage(question: WeighedQuestion, text: Measured, averageLength: number): number {
  if (question.total === 0) return 0;
  let said = 0;
  for (const word of question.words) said += saidOf(word, text, averageLength);
  return said / question.total;
}
