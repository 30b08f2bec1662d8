import type { Vocabulary } from '../text/vocabulary';
import { atLengthOne, innerProduct, meanVector, type Vector } from './vectors';

/** Texts by which a space is laid out: of each competence what it is called, as a text to be found and as a question. */
export interface AnchorTexts {
  /** Label and synonyms, with the model's prefix for what is searched. */
  passages: string[];
  /** The label, with the prefix for what is asked. */
  queries: string[];
}

/** What the model makes of the anchor texts, in their order. */
export interface Anchors {
  passages: readonly Vector[];
  queries: readonly Vector[];
}

/** What a text means, window by window. */
export interface Meaning {
  /** Where the model sees it, from the middle of the vocabulary; of length 1. */
  directions: Vector[];
  /** How near it is to each competence; of length 1, nothing negative. */
  places: Vector[];
}

/** How alike two meanings are, each 0 to 1. */
export interface MeaningSignals {
  direction: number;
  places: number;
}

/** A competence counts for a text from so many standard deviations above the mean of all on; between 0 and 1 it hardly matters. */
const NEAR_FROM = 0.5;
/** A text is called near a competence from this place on; set by reading, there are no judgements for it. */
const CLEARLY_NEAR = 0.2;

/** The prefixes are part of the model (multilingual E5, Wang et al. 2024). */
export const asQuery = (text: string) => `query: ${text}`;
export const asPassage = (text: string) => `passage: ${text}`;

export function anchorTextsOf(vocabulary: Vocabulary): AnchorTexts {
  return {
    passages: vocabulary.map(({ de, altDe }) => asPassage([de, ...altDe].join(', '))),
    queries: vocabulary.map(({ de }) => asQuery(de)),
  };
}

/**
 * Reads the vectors of a sentence model. Raw cosines of such a model lie close together and say little, so a text is placed among the
 * competences of the vocabulary, too: its cosine with each, measured by how near that one is to the others (explicit semantic analysis,
 * Gabrilovich & Markovitch 2007; a competence near to everything is a hub and counts less, Radovanović, Nanopoulos & Ivanović 2010).
 */
export class MeaningSpace {
  private readonly anchors: Anchors;
  private readonly middle: Vector;
  private readonly usual: { mean: number; deviation: number }[];

  constructor(anchors: Anchors) {
    this.anchors = anchors;
    this.middle = meanVector(anchors.queries);
    this.usual = anchors.passages.map((passage) => spreadOf(anchors.queries.map((query) => innerProduct(query, passage))));
  }

  /** The meaning of a text whose windows, each as a query, the model turned into these vectors. */
  meaningOf(windows: readonly Vector[]): Meaning {
    return { directions: windows.map((window) => this.directionOf(window)), places: windows.map((window) => this.placesOf(window)) };
  }

  /** Places in the vocabulary of the competences a text is nearest to, nearest first; none where it is near to nothing. */
  nearestTo(windows: readonly Vector[], limit: number): number[] {
    const places = windows.map((window) => this.placesOf(window));
    const nearness = this.usual.map((_, at) => Math.max(0, ...places.map((place) => place[at]!)));
    return nearness
      .map((near, at) => ({ near, at }))
      .filter(({ near }) => near >= CLEARLY_NEAR)
      .sort((a, b) => b.near - a.near || a.at - b.at)
      .slice(0, limit)
      .map(({ at }) => at);
  }

  private directionOf(window: Vector): Vector {
    return atLengthOne(window.map((value, at) => value - this.middle[at]!));
  }

  private placesOf(window: Vector): Vector {
    const nearness = this.usual.map(({ mean, deviation }, at) => (innerProduct(window, this.anchors.passages[at]!) - mean) / deviation);
    const { mean, deviation } = spreadOf(nearness);
    return atLengthOne(Float32Array.from(nearness, (value) => Math.max(0, (value - mean) / deviation - NEAR_FROM)));
  }
}

/** The nearest windows of two meanings, by each measure. */
export function likeness(a: Meaning, b: Meaning): MeaningSignals {
  return { direction: nearest(a.directions, b.directions), places: nearest(a.places, b.places) };
}

function nearest(some: readonly Vector[], others: readonly Vector[]): number {
  let best = 0;
  for (const one of some) for (const other of others) best = Math.max(best, innerProduct(one, other));
  return Math.min(1, best);
}

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(squares) || 1 };
}
