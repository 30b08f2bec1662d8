import type { Vector } from '@knotenpunkt/matching/domain';
import type { SentenceModel } from './sentence-model';

/** Words that mean the same to the sample model; each line is a direction. */
const SAME = ['kinderbetreuung hort aufpassen', 'zeppelin luftschiff', 'bus linie shuttle', 'deutsch sprachkurs', 'saal aula raum'].map(
  (line) => line.split(' '),
);

/** A model for tests: knows a few words that mean the same; everything else points a little everywhere. */
export class SampleModel implements SentenceModel {
  /** Every text it was asked for. */
  readonly asked: string[] = [];

  constructor(readonly name: string) {}

  vectorsOf(texts: readonly string[]): Promise<Vector[]> {
    this.asked.push(...texts);
    return Promise.resolve(texts.map(directionOf));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function directionOf(text: string): Vector {
  const plain = text.toLowerCase();
  const known = SAME.map((words) => (words.some((word) => plain.includes(word)) ? 1 : 0));
  const little = Array.from({ length: 3 }, (_, at) => (plain.length * (at + 3)) % 7 / 70); // prettier-ignore
  const all = [...known, ...little, 0.3];
  const length = Math.hypot(...all);
  return Float32Array.from(all, (value) => value / length);
}
