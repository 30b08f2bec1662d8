/** A stretch of text that stayed, came or went. */
export interface TextPart {
  kind: 'SAME' | 'ADDED' | 'REMOVED';
  text: string;
}

/** Above this many cells the table of the comparison gets too large: then the text counts as replaced. */
const MOST_CELLS = 4_000_000;

function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Lengths of the longest common subsequence of all suffixes, row by row. */
function suffixLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
    }
  }
  return rows;
}

/**
 * What differs between two versions, word by word (longest common subsequence). The parts without what was added give
 * `before`, those without what was removed give `after`, character for character.
 */
export function wordDifference(before: string, after: string): TextPart[] {
  const [a, b] = [words(before), words(after)];
  const parts: TextPart[] = [];
  const put = (kind: TextPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  if (a.length * b.length > MOST_CELLS) {
    put('REMOVED', before);
    put('ADDED', after);
    return parts;
  }
  const lengths = suffixLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put('SAME', a[i]!);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) put('REMOVED', a[i++]!);
    else put('ADDED', b[j++]!);
  }
  return readable(parts);
}

/**
 * The same difference in fewer pieces: changes that only a space parts are one, first what went, then what came. Word for word
 * in turns nobody can read.
 */
function readable(parts: readonly TextPart[]): TextPart[] {
  const grouped: TextPart[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed !== '') grouped.push({ kind: 'REMOVED', text: removed });
    if (added !== '') grouped.push({ kind: 'ADDED', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach(({ kind, text }, at) => {
    const within = kind === 'SAME' && /^[^\S\n]+$/.test(text) && removed + added !== '' && parts[at + 1] !== undefined;
    if (kind === 'REMOVED' || within) removed += text;
    if (kind === 'ADDED' || within) added += text;
    if (kind !== 'SAME' || within) return;
    close();
    grouped.push({ kind, text });
  });
  close();
  return grouped;
}
