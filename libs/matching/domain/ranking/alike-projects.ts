import { isStopWord } from '../text/stop-words';
import { stemOf } from '../text/stems';
import { tokensOf, type TextLanguage } from '../text/tokens';
import { letterRuns } from './names';
import type { RegisteredProject } from './register';
import { cosinesWith, termVectors, type TermVectors } from './term-vectors';

/** Of so many texts the likeness to all others is looked at. */
const SAMPLED = 60;
/** Below this, pairs of the invented region share a turn of phrase rather than a matter. */
const LEAST = 0.15;
/** Texts this near say the same, however alike all others are. */
const SURELY = 0.8;

/**
 * Which projects are on a matter like that of a text: cosine of runs of letters, so that words of one stem are alike, without words that say
 * nothing. It is for reasons that people read; for ranking, words of grammar do no harm, here they would make anything like anything.
 */
export class AlikeProjects {
  private readonly projects: readonly RegisteredProject[];
  private readonly language: TextLanguage;
  private readonly vectors: TermVectors;
  private readonly least: number;

  constructor(projects: readonly RegisteredProject[], language: TextLanguage) {
    this.projects = projects;
    this.language = language;
    this.vectors = termVectors(projects.map(({ text }) => this.runsOf(text)));
    this.least = this.plainlyAlike();
  }

  /** For each project how like a text it is; 0 where that is not plain. */
  likeness(text: string): Float64Array {
    return cosinesWith(this.vectors, this.runsOf(text)).map((cosine) => (cosine >= this.least ? cosine : 0));
  }

  private runsOf(text: string): string[] {
    const { language } = this;
    const saysNothing = (word: string) => isStopWord(word, language) || isStopWord(stemOf(word, language), language);
    return letterRuns(
      tokensOf(text, language)
        .filter((word) => !saysNothing(word))
        .join(' '),
    );
  }

  /** Three standard deviations above what pairs of texts have, within bounds. */
  private plainlyAlike(): number {
    const step = Math.max(1, Math.ceil(this.projects.length / SAMPLED));
    let [count, sum, squares] = [0, 0, 0];
    for (let one = 0; one < this.projects.length; one += step) {
      cosinesWith(this.vectors, this.runsOf(this.projects[one]!.text)).forEach((cosine, other) => {
        if (other === one) return;
        count++;
        sum += cosine;
        squares += cosine * cosine;
      });
    }
    const mean = sum / Math.max(1, count);
    const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
    return Math.min(SURELY, Math.max(LEAST, mean + 3 * deviation));
  }
}
