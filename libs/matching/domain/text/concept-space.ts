import { DocumentCounts } from './document-counts';
import { normalised, sumOf, type Weights } from './weights';

/** Concepts kept of one text: the nearest ones; the rest is noise. */
const NEAREST = 20;

/**
 * Places a text among the competences of the vocabulary: how near it is to each, by the words they are described with
 * (explicit semantic analysis, Gabrilovich & Markovitch 2007, with the vocabulary in place of an encyclopaedia). Two
 * texts without a common word can be near the same competences.
 */
export class ConceptSpace {
  private readonly described = new DocumentCounts();
  /** For each word: the concepts that use it and its weight there; each concept has length 1. */
  private readonly users = new Map<string, { id: string; weight: number }[]>();

  constructor(concepts: readonly { id: string; label: Weights; all: readonly Weights[] }[]) {
    const descriptions = concepts.map(({ id, label, all }) => ({
      id,
      words: sumOf([label, 1], ...all.map((words): [Weights, number] => [words, 1])),
    }));
    for (const { words } of descriptions) this.described.add(words);
    for (const { id, words } of descriptions) {
      for (const [word, weight] of this.vectorOf(words)) {
        const users = this.users.get(word) ?? [];
        users.push({ id, weight });
        this.users.set(word, users);
      }
    }
  }

  private vectorOf(words: Weights): Map<string, number> {
    return normalised(new Map([...words].map(([word, weight]) => [word, Math.log(1 + weight) * this.described.rarity(word)])));
  }

  /** The concepts nearest to a text, as a vector of length 1; words that describe no concept do not count. */
  near(features: Weights): Map<string, number> {
    const known = new Map([...features].filter(([feature]) => this.users.has(feature)));
    const similarity = new Map<string, number>();
    for (const [word, weight] of this.vectorOf(known)) {
      for (const user of this.users.get(word) ?? []) {
        similarity.set(user.id, (similarity.get(user.id) ?? 0) + weight * user.weight);
      }
    }
    const nearest = [...similarity].sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1)).slice(0, NEAREST);
    return normalised(new Map(nearest));
  }
}
