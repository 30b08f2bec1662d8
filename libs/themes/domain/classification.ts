import { plainOf } from './plain-words';

/** One class of a public classification. */
export interface Classified {
  code: string;
  de: string;
  en: string;
}

/** Whoever writes "Altenpfleger" means "Altenpflege": so many letters at the end of a word may be too many. */
const SPARE_LETTERS = 3;
/** A word that is cut keeps so many. */
const KEPT_LETTERS = 4;

/** A public classification, such as sectors or occupations: found by code, searched as one types. */
export class Classification {
  readonly all: readonly Classified[];
  private readonly byCode: Map<string, Classified>;
  private plain: { each: Classified; texts: string[] }[] | null = null;

  constructor(all: readonly Classified[]) {
    this.all = all;
    this.byCode = new Map(all.map((each) => [each.code, each]));
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  find(code: string): Classified | null {
    return this.byCode.get(code) ?? null;
  }

  /** Its name; the code itself where this version does not know it, so that old rows stay readable. */
  label(code: string, language: 'de' | 'en'): string {
    return this.byCode.get(code)?.[language] ?? code;
  }

  /**
   * Classes whose German or English name holds every word, or whose code begins with the text; at most `limit`. Names that begin with the
   * text come first, then those with a word that does, then the rest; within these the broader class before the narrower. A word that
   * occurs nowhere is tried without its last letters.
   */
  search(text: string, limit = 10): Classified[] {
    const code = text.trim();
    if (/^\d[\d.]*$/.test(code)) return this.all.filter((each) => each.code.startsWith(code)).slice(0, limit);
    const words = plainOf(text).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    this.plain ??= this.all.map((each) => ({ each, texts: [...new Set([plainOf(each.de), plainOf(each.en)])] }));
    for (let cut = 0; cut <= SPARE_LETTERS; cut++) {
      const wanted = words.map((word) =>
        cut === 0 ? word : word.slice(0, Math.max(Math.min(word.length, KEPT_LETTERS), word.length - cut)),
      );
      const found = this.plain.flatMap(({ each, texts }) => {
        const scores = texts.flatMap((plain) => scoreOf(plain, wanted) ?? []);
        return scores.length > 0 ? [{ each, score: Math.min(...scores) }] : [];
      });
      if (found.length > 0) {
        const order = found.sort((a, b) => a.score - b.score || a.each.code.length - b.each.code.length);
        return order.slice(0, limit).map(({ each }) => each);
      }
    }
    return [];
  }
}

/** Lower is better; null when a word does not occur. */
function scoreOf(plain: string, words: readonly string[]): number | null {
  if (!words.every((word) => plain.includes(word))) return null;
  if (plain.startsWith(` ${words.join(' ')}`)) return 0;
  return words.every((word) => plain.includes(` ${word}`)) ? 1 : 2;
}
