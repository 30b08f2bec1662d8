import type { Taken } from './taken';
import { TakeWords } from './take-words';

/** "netzwerk-harkenrode-2026-11-27.svg"; several of one kind differ by what is in them. */
export function fileName({ language, region, asOf }: Pick<Taken, 'language' | 'region' | 'asOf'>, ending: string, part = ''): string {
  const { file } = new TakeWords(language).own;
  return `${[file, region.slug, part, asOf].filter((piece) => piece !== '').join('-')}.${ending}`;
}
