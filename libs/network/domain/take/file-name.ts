import type { Taken } from './taken';
import { TakeWords } from './take-words';

/** "netzwerk-harkenrode-2026-11-27.svg"; several of one kind differ by what is in them: "netzwerk-harkenrode-akteure-2026-11-27.csv". */
export function fileName(
  { language, region, asOf }: Pick<Taken, 'language' | 'region' | 'asOf'>,
  ending: string,
  part: 'actors' | 'ties' | null = null,
): string {
  const { file, parts } = new TakeWords(language).own;
  return `${[file, region.slug, ...(part ? [parts[part]] : []), asOf].join('-')}.${ending}`;
}
