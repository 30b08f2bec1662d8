import type { Id } from '@knotenpunkt/kernel';
import { withoutStruck } from './corrections';
import { coverage, measured, presence, weighQuestion, type Measured, type WeighedQuestion } from './text/bm25';
import { characterNgrams } from './text/character-ngrams';
import { exclusionsOf, sentencesOf } from './text/sentences';
import type { TextAnalyser } from './text/text-analyser';
import type { TextLanguage } from './text/tokens';
import { dotProduct, normalised, sumOf, type Weights } from './text/weights';

/** Something that is offered or needed, as the index takes it. */
export interface IndexedText {
  id: Id;
  /** Only offers rule something out; "kein Bus" in a need is what is needed. */
  direction: 'OFFER' | 'NEED';
  title: string;
  text: string;
  language: TextLanguage;
  /** Who says it, in a few words (name, summary); counts little. */
  about?: string;
  /** Ids of competences it was tagged with. */
  competences: readonly string[];
  /** Of an offer: competences that do not count, neither as tags nor by the words that name them. */
  struck?: readonly string[];
}

/** What is looked for. */
export interface LexicalQuery {
  title?: string;
  text: string;
  language: TextLanguage;
  competences?: readonly string[];
}

/** How alike a query and an indexed text are, measure by measure; each 0 to 1. */
export interface Signals {
  /** Share of the query's information found in the whole text (BM25). */
  whole: number;
  /** The same for the one sentence that answers best: long texts hide the one that matters. */
  sentence: number;
  /** Cosine of character n-grams. */
  letters: number;
  /** Cosine of the places among the competences. */
  concepts: number;
  /** Share of the query's information found in what the text rules out. */
  excluded: number;
}

export interface LexicalHit {
  id: Id;
  signals: Signals;
  /** The weighted sum of the signals, 0 to 1. */
  similarity: number;
  /** How much the question says: Σ of the rarity of its words. One line weighs some 5 to 30, a paragraph up to 150. */
  asked: number;
  /** The sentence that answers best, as written. */
  sentence: string;
  membersOnly: boolean;
}

/**
 * Weights of the signals, from `bench/fit-weights.ts` (rounded); see the README for how they were fitted. What a text
 * rules out counts against it by the owner's decision, not by fit: too few texts do so.
 */
export const SIGNAL_WEIGHTS = { whole: 0.32, sentence: 0.58, letters: 0.05, concepts: 0.05, excluded: -0.25 } as const;

export interface RankOptions {
  limit: number;
  /** Limits what is compared, for instance to offers the reader may see. */
  among?: (id: Id) => boolean;
  /** Compared and kept whatever their words: another measure found them near. */
  near?: ReadonlySet<Id>;
}

const TITLE_WEIGHT = 2.5;
const ABOUT_WEIGHT = 0.5;
const TAG_WEIGHT = 1;
/** The best by whole text are compared sentence by sentence. */
const COMPARED_CLOSELY = 200;

interface Prepared {
  source: IndexedText;
  whole: Measured;
  sentences: { text: string; measured: Measured }[];
  letters: Weights;
  concepts: Weights;
  excluded: Measured | null;
  membersOnly: boolean;
  /** The text as a question, once it was used as one. */
  asked?: Asked;
}

interface Asked {
  question: WeighedQuestion;
  letters: Weights;
  concepts: Weights;
}

/** A searchable set of offers or needs. Adding and removing one text costs what one text costs. */
export class LexicalIndex {
  private readonly entries = new Map<Id, Prepared>();
  private readonly holders = new Map<string, Set<Id>>();

  private readonly analyser: TextAnalyser;

  constructor(analyser: TextAnalyser) {
    this.analyser = analyser;
  }

  get size(): number {
    return this.entries.size;
  }

  /** Adds a text or replaces the one with the same id. */
  add(source: IndexedText): void {
    this.remove(source.id);
    const prepared = this.prepare(source);
    this.entries.set(source.id, prepared);
    for (const feature of prepared.whole.features.keys()) {
      const holders = this.holders.get(feature) ?? new Set();
      holders.add(source.id);
      this.holders.set(feature, holders);
    }
  }

  remove(id: Id): void {
    const prepared = this.entries.get(id);
    if (!prepared) return;
    this.entries.delete(id);
    for (const feature of prepared.whole.features.keys()) {
      const holders = this.holders.get(feature);
      holders?.delete(id);
      if (holders?.size === 0) this.holders.delete(feature);
    }
  }

  /**
   * The most similar texts, best first, then by id; similarity 0 is left out.
   */
  rank(query: LexicalQuery, options: RankOptions): LexicalHit[] {
    const asked = this.ask(query);
    return this.candidates(asked, options)
      .map((prepared) => this.compare(asked, prepared))
      .filter((hit) => hit.similarity > 0 || options.near?.has(hit.id))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, options.limit);
  }

  /**
   * The texts of this index that ask for what `source` says: the same comparison with the sides exchanged, each indexed
   * text as the query. Best first, then by id; `sentence` is the asker's.
   */
  rankAskers(source: IndexedText, options: RankOptions): LexicalHit[] {
    const offered = this.prepare(source);
    const question = this.ask(offered.source);
    return this.candidates(question, options)
      .map((asker) => {
        const hit = this.compare((asker.asked ??= this.ask(asker.source)), offered);
        return { ...hit, id: asker.source.id, sentence: this.compare(question, asker).sentence };
      })
      .filter((hit) => hit.similarity > 0 || options.near?.has(hit.id))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, options.limit);
  }

  private ask(query: LexicalQuery): Asked {
    const { text, language } = query;
    const whole = `${query.title ?? ''}\n${text}`;
    const tags = new Map((query.competences ?? []).map((id) => [`c:${id}`, TAG_WEIGHT]));
    const features = sumOf([this.analyser.featuresOf(whole, language), 1], [tags, 1]);
    const tagged = [...tags].map(([feature, weight]) => ({ word: feature, ways: [[{ feature, weight }]] }));
    const words = [...this.analyser.askedWords(whole, language), ...tagged];
    return {
      question: weighQuestion(words, (feature) => this.analyser.features.rarity(feature)),
      letters: this.letters(whole, language),
      concepts: this.analyser.concepts.near(features),
    };
  }

  private letters(text: string, language: TextLanguage): Weights {
    const counts = characterNgrams(text, language);
    return normalised(new Map([...counts].map(([gram, count]) => [gram, (1 + Math.log(count)) * this.analyser.ngrams.rarity(gram)])));
  }

  /** An offer as it counts once the actor has said what it cannot do. */
  private asCounted(source: IndexedText): IndexedText {
    const { direction, language, struck } = source;
    if (direction !== 'OFFER' || !struck?.length) return source;
    const said = (text: string) => this.analyser.withoutNames(text, language, struck);
    return {
      ...source,
      title: said(source.title),
      text: said(source.text),
      about: said(source.about ?? ''),
      competences: withoutStruck(source.competences, struck),
    };
  }

  private prepare(given: IndexedText): Prepared {
    const { analyser } = this;
    const source = this.asCounted(given);
    const { title, language } = source;
    const { said, excluded, membersOnly } =
      source.direction === 'OFFER' ? exclusionsOf(source.text) : { said: source.text, excluded: '', membersOnly: false };
    const titled = analyser.featuresOf(title, language);
    const tags = new Map(source.competences.map((id) => [`c:${id}`, TAG_WEIGHT]));
    const about = analyser.featuresOf(source.about ?? '', language);
    const features = sumOf([titled, TITLE_WEIGHT], [analyser.featuresOf(said, language), 1], [tags, 1], [about, ABOUT_WEIGHT]);
    const withTitle = (sentence: string) => measured(sumOf([titled, 1], [analyser.featuresOf(sentence, language), 1], [tags, 1]));
    const texts = sentencesOf(said);
    const sentences = (texts.length > 0 ? texts : ['']).map((text) => ({ text, measured: withTitle(text) }));
    return {
      source,
      whole: measured(features),
      sentences,
      letters: this.letters(`${title}\n${title}\n${said}`, language),
      concepts: analyser.concepts.near(features),
      excluded: excluded === '' ? null : measured(analyser.featuresOf(excluded, language)),
      membersOnly,
    };
  }

  /** The texts worth a closer look: those that cover most of the query as a whole, filled up while there is room, and those near. */
  private candidates(asked: Asked, options: RankOptions): Prepared[] {
    const chosen = this.bestByWords(asked, options.among ?? (() => true));
    const there = new Set(chosen.map(({ source }) => source.id));
    const near = [...(options.near ?? [])].filter((id) => !there.has(id) && this.entries.has(id) && (options.among?.(id) ?? true)).sort();
    return [...chosen, ...near.map((id) => this.entry(id))];
  }

  private bestByWords(asked: Asked, among: (id: Id) => boolean): Prepared[] {
    const covered = new Map<Id, number>();
    const ways = asked.question.words.flatMap((word) => word.ways.flat());
    for (const { feature, worth } of ways) {
      for (const id of this.holders.get(feature) ?? []) {
        const gain = worth * presence(this.entry(id).whole, feature, this.analyser.averageLength);
        covered.set(id, (covered.get(id) ?? 0) + gain);
      }
    }
    const best = [...covered].filter(([id]) => among(id)).sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1));
    const chosen = best.slice(0, COMPARED_CLOSELY).map(([id]) => this.entry(id));
    if (chosen.length === COMPARED_CLOSELY) return chosen;
    const others = [...this.entries.keys()].filter((id) => !covered.has(id) && among(id)).sort();
    return [...chosen, ...others.slice(0, COMPARED_CLOSELY - chosen.length).map((id) => this.entry(id))];
  }

  private entry(id: Id): Prepared {
    const prepared = this.entries.get(id);
    if (!prepared) throw new Error(`the index holds no ${id}`);
    return prepared;
  }

  private compare(asked: Asked, prepared: Prepared): LexicalHit {
    const { averageLength } = this.analyser;
    const covers = (text: Measured) => coverage(asked.question, text, averageLength);
    const best = { text: '', covered: -1 };
    for (const { text, measured: sentence } of prepared.sentences) {
      // A sentence is no short text that deserves a bonus: half an average text is added to its length.
      const covered = covers({ features: sentence.features, length: sentence.length + averageLength / 2 });
      if (covered > best.covered) Object.assign(best, { text, covered });
    }
    const signals: Signals = {
      whole: covers(prepared.whole),
      sentence: best.covered,
      letters: dotProduct(asked.letters, prepared.letters),
      concepts: dotProduct(asked.concepts, prepared.concepts),
      excluded: prepared.excluded ? covers(prepared.excluded) : 0,
    };
    const { source, membersOnly } = prepared;
    return { id: source.id, signals, similarity: similarityOf(signals), asked: asked.question.total, sentence: best.text, membersOnly };
  }
}

/** The weighted sum of the signals, not below 0. */
export function similarityOf(signals: Signals): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(SIGNAL_WEIGHTS)) sum += weight * signals[name as keyof Signals];
  return Math.max(0, sum);
}
