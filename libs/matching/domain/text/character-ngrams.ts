import { isStopWord } from './stop-words';
import { tokensOf, type TextLanguage } from './tokens';

const SHORTEST = 3;
const LONGEST = 5;

/**
 * How often each run of three to five letters occurs within the words of a text, word ends marked. They survive
 * misspellings and unknown compounds (McNamee & Mayfield 2004, "Character N-Gram Tokenization").
 */
export function characterNgrams(text: string, language: TextLanguage): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokensOf(text, language)) {
    if (isStopWord(token, language)) continue;
    const marked = `_${token}_`;
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let at = 0; at + length <= marked.length; at++) {
        const gram = marked.slice(at, at + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  return counts;
}
