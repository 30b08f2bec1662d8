import { totalOf, type Weights } from './weights';

/** How fast repeating a word stops to count. */
const K1 = 1.5;
/** How much long texts are held back, 0 (not) to 1 (fully). */
const B = 0.5;
/** A query may repeat itself; twice is enough. */
const MOST_OF_A_FEATURE = 2;

/** A text as BM25 sees it. */
export interface Measured {
  features: Weights;
  /** Σ of the features' weights. */
  length: number;
}

export function measured(features: Weights): Measured {
  return { features, length: totalOf(features) };
}

/** A query's features with what each is worth: its weight times its rarity. `total` is the worth of all. */
export interface WeighedQuery {
  worth: Weights;
  total: number;
}

export function weighQuery(features: Weights, rarity: (feature: string) => number): WeighedQuery {
  const worth = new Map([...features].map(([feature, weight]) => [feature, Math.min(weight, MOST_OF_A_FEATURE) * rarity(feature)]));
  return { worth, total: totalOf(worth) };
}

/** How present a feature is in a text: tf / (tf + k1·(1 − b + b·length/average)), 0 to 1. */
export function presence(weight: number, length: number, averageLength: number): number {
  return weight / (weight + K1 * (1 - B + (B * length) / averageLength));
}

/**
 * The share of a query's worth that is present in a text, 0 to 1: BM25 (Robertson & Zaragoza 2009, "The Probabilistic
 * Relevance Framework: BM25 and Beyond") without the constant factor k1 + 1, divided by the most a text could reach.
 * Fields are weighted before they are added up, as in BM25F (section 3.5.3 there).
 */
export function coverage(query: WeighedQuery, text: Measured, averageLength: number): number {
  if (query.total === 0) return 0;
  let covered = 0;
  for (const [feature, worth] of query.worth) {
    const weight = text.features.get(feature);
    if (weight) covered += worth * presence(weight, text.length, averageLength);
  }
  return covered / query.total;
}
