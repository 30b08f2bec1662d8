/** How many single mistakes make one word of the other: a letter too many, one missing, another one, or two exchanged. Gives up beyond `most`. */
export function mistakesBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length]!;
}

/** Short words differ from each other by a letter anyway: there a mistake would be a guess. */
function forgiven(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * What somebody who typed `word` probably meant: the word with the fewest mistakes between them, or one that begins so, for whoever has not
 * typed to the end. Null where none is near enough.
 */
export function closestWord(word: string, candidates: Iterable<string>): string | null {
  const most = forgiven(word);
  let best: { word: string; score: number } | null = null;
  for (const candidate of new Set(candidates)) {
    const whole = mistakesBetween(word, candidate, most);
    const begun = [0, 1, -1]
      .filter((more) => candidate.length > word.length + more)
      .map((more) => mistakesBetween(word, candidate.slice(0, word.length + more), most) + 0.5);
    const score = Math.min(whole, ...begun);
    if (score >= most + 1) continue;
    if (!best || score < best.score || (score === best.score && candidate < best.word)) best = { word: candidate, score };
  }
  return best?.word ?? null;
}

/** Nobody mistypes a word that long without hitting enough of it; and each letter makes four patterns. */
const LONGEST_NEAR = 20;

/** Patterns of `LIKE` for all words that are one mistake away: trigrams alone do not see that of words with fewer than ten letters. */
export function nearPatterns(word: string): string[] {
  const letters = [...word].slice(0, LONGEST_NEAR);
  const other = letters.map((_, at) => [...letters.slice(0, at), '_', ...letters.slice(at + 1)].join(''));
  const exchanged = letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
  const missing = [...letters, ''].map((_, at) => [...letters.slice(0, at), '_', ...letters.slice(at)].join('')).slice(1);
  const spare = letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''));
  return [...new Set([...other, ...exchanged, ...missing, ...spare])].map((each) => `% ${each}%`);
}
