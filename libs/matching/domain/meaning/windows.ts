import { sentencesOf } from '../text/sentences';

/** Words of a window: the model reads some 270 German words, and what one sentence says drowns long before. */
const WINDOW_WORDS = 120;
/** What stands behind so many windows is not read. */
const MOST_WINDOWS = 12;

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** A sentence in pieces that fit a window; nearly always one. */
function piecesOf(sentence: string): string[][] {
  const words = wordsOf(sentence);
  return Array.from({ length: Math.ceil(words.length / WINDOW_WORDS) }, (_, at) => words.slice(at * WINDOW_WORDS, (at + 1) * WINDOW_WORDS));
}

/**
 * What a sentence model reads of a text: one window for most, several for long ones. Windows end with sentences, each begins with the
 * last sentence of the one before, and all bear the title. There is at least one.
 */
export function windowsOf(title: string, text: string): string[] {
  const windows: string[][] = [[]];
  let last: string[] = [];
  for (const piece of sentencesOf(text).flatMap(piecesOf)) {
    const open = windows.at(-1)!;
    if (open.length === 0 || open.length + piece.length <= WINDOW_WORDS) open.push(...piece);
    else windows.push(last.length + piece.length <= WINDOW_WORDS ? [...last, ...piece] : [...piece]);
    last = piece;
  }
  return windows.slice(0, MOST_WINDOWS).map((words) => [title.trim(), words.join(' ')].filter((part) => part !== '').join('. '));
}
