import type { AskedWord } from './bm25';
import { characterNgrams } from './character-ngrams';
import { lexiconOf, partsOf, stemOfPart, type Lexicon } from './compounds';
import { ConceptSpace } from './concept-space';
import { DocumentCounts } from './document-counts';
import { stemOf } from './stems';
import { isStopWord } from './stop-words';
import { tokensOf, type TextLanguage } from './tokens';
import { NameFinder, namesOf, type Vocabulary } from './vocabulary';
import { addWeight, totalOf, type Weights } from './weights';
import { WORD_FIELDS } from './word-fields';

/** A part of a compound says less than the word itself. */
const PART_WEIGHT = 0.5;
/** The field of a part, next to 1 for the field of a whole word. */
const PART_FIELD_WEIGHT = 0.7;
const NAME_WEIGHT = 1;
/** A competence named in a question stands beside its words; English words rarely meet their like, so there it is all. */
const ASKED_NAME_WEIGHT = { de: 0.5, en: 1.5 };
/** Assumed where there are no samples. */
const USUAL_LENGTH = 60;

interface WordFeatures {
  stem: string;
  partStems: string[];
  fields: [field: string, weight: number][];
}

/**
 * Turns texts into what can be compared. Made once from sample texts (the region's entries) and the vocabulary: they
 * give the words compounds consist of and how rare each feature is. An analyser never changes, so the comparison of
 * two texts does not depend on what else is in an index, nor on the order in which it came there; make a new one when
 * the region's texts have changed much (at start and every night is enough).
 */
export class TextAnalyser {
  private readonly lexicon: Lexicon;
  private readonly fieldsOfStem: ReadonlyMap<string, readonly string[]>;
  private readonly names: NameFinder;
  private readonly remembered = new Map<string, WordFeatures>();
  /** How many of the sample texts hold a feature. */
  readonly features = new DocumentCounts();
  /** How many of the sample texts hold a run of letters. */
  readonly ngrams = new DocumentCounts();
  readonly concepts: ConceptSpace;
  /** Ids of the vocabulary, in its order. */
  readonly vocabularyIds: readonly string[];
  /** Mean length of a sample text, in weighted features. */
  readonly averageLength: number;

  constructor(
    vocabulary: Vocabulary,
    samples: readonly { text: string; language: TextLanguage }[],
    wordFields: ReadonlyMap<string, readonly string[]> = WORD_FIELDS,
  ) {
    const german = samples.filter(({ language }) => language === 'de').map(({ text }) => text);
    const names = vocabulary.flatMap((term) => namesOf(term, 'de'));
    this.fieldsOfStem = fieldsByStem(wordFields);
    this.lexicon = lexiconOf([...german, ...names, ...[...wordFields.values()].map((words) => words.join(' '))]);
    this.names = new NameFinder(vocabulary);
    this.vocabularyIds = vocabulary.map(({ id }) => id);
    const terms = vocabulary.map((term) => ({
      id: term.id,
      label: this.wordsOf(term.de, 'de'),
      all: [...namesOf(term, 'de').map((name) => this.wordsOf(name, 'de')), ...namesOf(term, 'en').map((name) => this.wordsOf(name, 'en'))],
    }));
    this.concepts = new ConceptSpace(terms);
    const lengths = samples.map(({ text, language }) => this.count(text, language));
    this.averageLength = lengths.length === 0 ? USUAL_LENGTH : Math.max(1, lengths.reduce((a, b) => a + b) / lengths.length);
    for (const term of vocabulary) this.count(namesOf(term, 'de').join('. '), 'de');
  }

  /** Counts a sample; gives its length. */
  private count(text: string, language: TextLanguage): number {
    const features = this.featuresOf(text, language);
    this.features.add(features);
    this.ngrams.add(characterNgrams(text, language));
    return totalOf(features);
  }

  /**
   * Weighted features of a text: `w:` stems of words and of the parts of compounds, `f:` word fields, `c:` competences
   * named in it.
   */
  featuresOf(text: string, language: TextLanguage): Map<string, number> {
    const features = new Map<string, number>();
    for (const token of tokensOf(text, language)) {
      if (isStopWord(token, language)) continue;
      const word = this.wordFeatures(token, language);
      addWeight(features, `w:${word.stem}`, 1);
      for (const part of word.partStems) addWeight(features, `w:${part}`, PART_WEIGHT);
      for (const [field, weight] of word.fields) addWeight(features, `f:${field}`, weight);
    }
    for (const id of this.competencesIn(text, language)) addWeight(features, `c:${id}`, NAME_WEIGHT);
    return features;
  }

  /** The words of a question, each stem once, and the ways a text may say them; then the competences it names. */
  askedWords(text: string, language: TextLanguage): AskedWord[] {
    const asked = new Map<string, AskedWord>();
    for (const token of tokensOf(text, language)) {
      if (isStopWord(token, language)) continue;
      const { stem, partStems, fields } = this.wordFeatures(token, language);
      if (asked.has(stem)) continue;
      const parts = partStems.map((part) => ({ feature: `w:${part}`, weight: PART_WEIGHT }));
      const shared = fields.map(([field, weight]) => ({ feature: `f:${field}`, weight }));
      asked.set(stem, { word: token, ways: [[{ feature: `w:${stem}`, weight: 1 }], parts, shared].filter((way) => way.length > 0) });
    }
    const names = this.competencesIn(text, language).map((id) => ({
      word: id,
      ways: [[{ feature: `c:${id}`, weight: ASKED_NAME_WEIGHT[language] }]],
    }));
    return [...asked.values(), ...names];
  }

  /** Ids of the competences a text names by label or synonym. */
  competencesIn(text: string, language: TextLanguage): string[] {
    return this.names.find(text, language);
  }

  /** The competences a text names, each with the words that do, as written. */
  namingsIn(text: string, language: TextLanguage): { id: string; words: string }[] {
    const words = this.contentWords(text, language);
    const found = new Map<string, string>();
    for (const { id, from, to } of this.names.places(
      words.map(({ stem }) => stem),
      language,
    ))
      if (!found.has(id)) found.set(id, text.slice(words[from]!.from, words[to]!.to));
    return [...found].map(([id, said]) => ({ id, words: said }));
  }

  /** A text without the words that name these competences, nor compounds that hold such a word. */
  withoutNames(text: string, language: TextLanguage, ids: readonly string[]): string {
    if (ids.length === 0) return text;
    const gone = new Set(ids);
    const words = this.contentWords(text, language);
    const alone = this.names.singleStems(language, gone);
    const spans = this.names.places(
      words.map(({ stem }) => stem),
      language,
      gone,
    );
    words.forEach(({ parts }, at) => {
      if (parts.some((part) => alone.has(part))) spans.push({ id: '', from: at, to: at });
    });
    let left = text;
    for (const { from, to } of spans) {
      const [start, end] = [words[from]!.from, words[to]!.to];
      // As long as before, so that the other places stay where they are.
      left = left.slice(0, start) + '…'.padEnd(end - start) + left.slice(end);
    }
    return spans.length > 0 ? left.replace(/ {2,}/g, ' ') : text;
  }

  private contentWords(text: string, language: TextLanguage): { stem: string; parts: readonly string[]; from: number; to: number }[] {
    return [...text.matchAll(/[\p{L}\p{Nd}]+/gu)].flatMap(({ 0: word, index }) =>
      tokensOf(word, language)
        .filter((token) => !isStopWord(token, language))
        .slice(0, 1)
        .map((token) => {
          const { stem, partStems } = this.wordFeatures(token, language);
          return { stem, parts: partStems, from: index, to: index + word.length };
        }),
    );
  }

  /** Stems of words and of parts of compounds only: what concepts are described by. */
  private wordsOf(text: string, language: TextLanguage): Weights {
    const words = new Map<string, number>();
    for (const token of tokensOf(text, language)) {
      if (isStopWord(token, language)) continue;
      const word = this.wordFeatures(token, language);
      addWeight(words, `w:${word.stem}`, 1);
      for (const part of word.partStems) addWeight(words, `w:${part}`, PART_WEIGHT);
    }
    return words;
  }

  private wordFeatures(token: string, language: TextLanguage): WordFeatures {
    const key = `${language}${token}`;
    const before = this.remembered.get(key);
    if (before) return before;
    const stem = stemOf(token, language);
    const parts = language === 'de' ? partsOf(token, this.lexicon).filter((part) => !isStopWord(part, 'de')) : [];
    const partStems = parts.map((part) => stemOfPart(part, this.lexicon));
    const fields = language === 'de' ? this.fieldWeights(stem, partStems) : [];
    const features = { stem, partStems, fields };
    this.remembered.set(key, features);
    return features;
  }

  /** A word that has fields of its own takes none from its parts: `Lösegeld` is not about funding. */
  private fieldWeights(stem: string, partStems: readonly string[]): [string, number][] {
    const own = this.fieldsOfStem.get(stem);
    if (own) return own.map((field) => [field, 1 / own.length]);
    return partStems.flatMap((part) => {
      const fields = this.fieldsOfStem.get(part) ?? [];
      return fields.map((field): [string, number] => [field, PART_FIELD_WEIGHT / fields.length]);
    });
  }
}

function fieldsByStem(wordFields: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [field, words] of wordFields) {
    for (const token of words.flatMap((word) => tokensOf(word, 'de'))) {
      const stem = stemOf(token, 'de');
      const known = fields.get(stem) ?? [];
      if (!known.includes(field)) known.push(field);
      fields.set(stem, known);
    }
  }
  return fields;
}
