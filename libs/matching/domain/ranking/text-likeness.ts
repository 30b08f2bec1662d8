import { letterRuns } from './names';
import type { RegisteredProject } from './register';
import { cosinesWith, termVectors, type TermVectors } from './term-vectors';

/** How like a text each past project is: 0 to 1. */
export interface TextLikeness {
  /** Cosine of TF-IDF vectors of words and pairs of words. */
  words: Float64Array;
  /** The same of runs of letters, so that words of one stem are alike. */
  letters: Float64Array;
  /** Jaccard index of the headings both name: the parts after the first sentence, between semicolons. */
  headings: Float64Array;
}

/** Compares texts with those of past projects. */
export class TextIndex {
  private readonly projects: readonly RegisteredProject[];
  private readonly vectors: TermVectors;
  private readonly letters: TermVectors;
  private readonly ofProjects = new Map<number, TextLikeness>();
  private readonly headings: readonly ReadonlySet<string>[];

  constructor(projects: readonly RegisteredProject[]) {
    this.projects = projects;
    this.vectors = termVectors(projects.map(({ text }) => wordsAndPairs(text)));
    this.letters = termVectors(projects.map(({ text }) => letterRuns(text)));
    this.headings = projects.map(({ text }) => headingsOf(text));
  }

  likeness(text: string): TextLikeness {
    const asked = headingsOf(text);
    return {
      words: cosinesWith(this.vectors, wordsAndPairs(text)),
      letters: cosinesWith(this.letters, letterRuns(text)),
      headings: Float64Array.from(this.headings, (headings) => jaccard(asked, headings)),
    };
  }

  private likenessOf(project: number): TextLikeness {
    const known = this.ofProjects.get(project);
    if (known) return known;
    const found = this.likeness(this.projects[project]!.text);
    this.ofProjects.set(project, found);
    return found;
  }

  /** The mean likeness to the texts of some of the projects. */
  meanLikeness(projects: readonly number[]): TextLikeness {
    const words = new Float64Array(this.projects.length);
    const letters = new Float64Array(this.projects.length);
    const headings = new Float64Array(this.projects.length);
    for (const project of projects) {
      const one = this.likenessOf(project);
      for (let at = 0; at < words.length; at++) {
        words[at]! += one.words[at]! / projects.length;
        letters[at]! += one.letters[at]! / projects.length;
        headings[at]! += one.headings[at]! / projects.length;
      }
    }
    return { words, letters, headings };
  }

  /** Length of the summed text vectors of some projects: how wide what they are about is spread. */
  spread(projects: ArrayLike<number>): number {
    const { start, terms, weights } = this.vectors;
    const sums = new Map<number, number>();
    for (let at = 0; at < projects.length; at++) {
      const project = projects[at]!;
      for (let entry = start[project]!; entry < start[project + 1]!; entry++)
        sums.set(terms[entry]!, (sums.get(terms[entry]!) ?? 0) + weights[entry]!);
    }
    return Math.sqrt([...sums.values()].reduce((sum, value) => sum + value * value, 0));
  }
}

/** The words of a text, lower case, and each with the one after it. */
export function wordsAndPairs(text: string): string[] {
  const words: string[] = text.toLowerCase().match(/[\p{L}\p{Nd}]{2,}/gu) ?? [];
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

function headingsOf(text: string): Set<string> {
  const end = text.indexOf('. ');
  const rest = end < 0 ? '' : text.slice(end + 2);
  return new Set(
    rest
      .toLowerCase()
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
