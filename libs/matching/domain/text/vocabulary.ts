import { isStopWord } from './stop-words';
import { stemOf } from './stems';
import { tokensOf, type TextLanguage } from './tokens';

/** A competence of the shared vocabulary, with what people call it. */
export interface VocabularyTerm {
  id: string;
  de: string;
  en: string;
  altDe: readonly string[];
  altEn: readonly string[];
}

export type Vocabulary = readonly VocabularyTerm[];

/** All names of a term in one language, label first. */
export function namesOf(term: VocabularyTerm, language: TextLanguage): string[] {
  return language === 'de' ? [term.de, ...term.altDe] : [term.en, ...term.altEn];
}

/** Shorter names (`TQ`, `EQ`) are too often something else. */
const SHORTEST_NAME = 3;

/** Content words of a text as stems, in their order. */
function contentStems(text: string, language: TextLanguage): string[] {
  return tokensOf(text, language)
    .filter((token) => !isStopWord(token, language))
    .map((token) => stemOf(token, language));
}

/** Finds the competences a text names: a label or synonym occurs in it, inflected or not, stop words aside. */
export class NameFinder {
  /** By language and first stem: the remaining stems of each name and whose name it is. */
  private readonly names = new Map<string, { rest: string[]; id: string }[]>();

  constructor(vocabulary: Vocabulary) {
    for (const term of vocabulary) {
      for (const language of ['de', 'en'] as const) for (const name of namesOf(term, language)) this.learn(name, language, term.id);
    }
  }

  private learn(name: string, language: TextLanguage, id: string): void {
    const [first, ...rest] = contentStems(name, language);
    if (first === undefined || name.length < SHORTEST_NAME) return;
    const key = `${language} ${first}`;
    const known = this.names.get(key) ?? [];
    known.push({ rest, id });
    this.names.set(key, known);
  }

  /** Where a text says a name, and whose it is; with ids, names of these only. */
  places(stems: readonly string[], language: TextLanguage, ids?: ReadonlySet<string>): { id: string; from: number; to: number }[] {
    return stems.flatMap((stem, at) =>
      (this.names.get(`${language} ${stem}`) ?? [])
        .filter(({ rest, id }) => (ids?.has(id) ?? true) && rest.every((next, offset) => stems[at + 1 + offset] === next))
        .map(({ rest, id }) => ({ id, from: at, to: at + rest.length })),
    );
  }

  /** The names of one word that these competences have, as stems: a compound may hold them. */
  singleStems(language: TextLanguage, ids: ReadonlySet<string>): Set<string> {
    const found = new Set<string>();
    for (const [key, names] of this.names) {
      const [of, stem] = key.split(' ') as [string, string];
      if (of === language && names.some(({ rest, id }) => rest.length === 0 && ids.has(id))) found.add(stem);
    }
    return found;
  }

  /** Ids in the order of the vocabulary's names in the text, each once. */
  find(text: string, language: TextLanguage): string[] {
    return [...new Set(this.places(contentStems(text, language), language).map(({ id }) => id))];
  }
}
