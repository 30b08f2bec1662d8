import { sentencesOf } from './sentences';

/** A need as people write it into a single line: its title, or one of its sentences. */
export function linesOf({ title, text }: { title: string; text: string }): { title: string; text: string }[] {
  return [title, ...sentencesOf(text)].map((line) => ({ title: '', text: line }));
}
