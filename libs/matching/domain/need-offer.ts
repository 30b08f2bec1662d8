import { freshness } from '@knotenpunkt/actors/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { aimConflict, aimedOf, aimSignals, NO_AIMS, type AimConflict, type Aimed, type AimSignals } from './aims';
import { certaintyOf, isAnswered, probabilityOfFit, type CertaintyModels, type Observed } from './certainty';
import { asksForStruckOnly, withoutStruck } from './corrections';
import { agedDoubts, doubtsAbout, isOver, isSerious } from './doubts';
import type { MatchedEntry, MatchQuestion } from './entry';
import { LexicalIndex, type LexicalHit, type RankOptions } from './lexical-index';
import { likeness, type Meaning, type MeaningSpace } from './meaning/meaning-space';
import { scoreOf, USUAL_LIKENESS, type FitSignals } from './meaning/score';
import { alikeness } from './needs-alike';
import { lower, type Certainty, type Doubt, type Reason } from './reasons';
import type { TextAnalyser } from './text/text-analyser';
import { themeOverlap } from './theme-overlap';

/** Answers compared before the best are kept; the sixth of them says what "stands out" means. */
const COMPARED = 30;
const REFERENCE_RANK = 5;

/** So many of the competences a text lies nearest to are told, and count as what it is about. */
const NEAREST_TOLD = 5;

/** An entry that fits a question. */
export interface EntryMatch {
  entryId: Id;
  actorId: Id;
  certainty: Certainty;
  /** Estimated share of such matches that help, 0 to 1, less the longer nobody confirmed the entry: for ordering, not for show. */
  probability: number;
  /** What that was estimated from; missing where nothing was. */
  observed?: Observed;
  /** The sentence of the entry that fits best. */
  sentence: string;
  reasons: Reason[];
  doubts: Doubt[];
}

export interface MatchOptions {
  limit: number;
  today: LocalDate;
  /** Entries the reader may see and that were not dismissed; all when missing. */
  among?: (entry: MatchedEntry) => boolean;
  /** Actors never suggested: the asker's own parts and parents. The asker itself never is. */
  without?: ReadonlySet<Id>;
  /** Entries found near in meaning, compared whatever their words. */
  near?: ReadonlySet<Id>;
  /** What certainty is estimated by, where a region has learned; as shipped when missing. */
  certainty?: CertaintyModels;
}

/** An entry with its similarity before it is called certain or not. */
export interface ScoredEntry {
  entry: MatchedEntry;
  hit: LexicalHit;
  signals: FitSignals;
  conflict: AimConflict;
  /** `scoreOf` the signals. */
  score: number;
}

/** The offers and needs of a region, and which of them fit each other. */
export class NeedOfferMatcher {
  private readonly entries = new Map<Id, MatchedEntry>();
  private readonly indexes: Record<MatchedEntry['direction'], LexicalIndex>;
  private readonly space: MeaningSpace | null;
  private readonly analyser: TextAnalyser;
  private readonly meanings = new Map<Id, Meaning>();
  private readonly aimed = new Map<Id, Aimed>();

  /** Without a space, meanings are not compared. */
  constructor(analyser: TextAnalyser, space: MeaningSpace | null = null) {
    this.space = space;
    this.analyser = analyser;
    this.indexes = { OFFER: new LexicalIndex(analyser), NEED: new LexicalIndex(analyser) };
  }

  /** Adds an entry or replaces the one with the same id. */
  add(entry: MatchedEntry): void {
    this.remove(entry.id);
    this.entries.set(entry.id, this.asCounted(entry));
    this.aimed.set(entry.id, aimedOf(entry));
    this.indexes[entry.direction].add(entry);
  }

  remove(id: Id): void {
    this.entries.delete(id);
    this.meanings.delete(id);
    this.aimed.delete(id);
    this.indexes.OFFER.remove(id);
    this.indexes.NEED.remove(id);
  }

  entry(id: Id): MatchedEntry | null {
    return this.entries.get(id) ?? null;
  }

  /** The competences a text lies nearest to, nearest first; none where there is no model or it has not read the text. */
  nearestTo({ windows }: Pick<MatchQuestion, 'windows'>): string[] {
    if (!this.space || !windows) return [];
    return this.space.nearestTo(windows, NEAREST_TOLD).map((at) => this.analyser.vocabularyIds[at]!);
  }

  private namedIn({ title, text, language, competences }: MatchQuestion): string[] {
    return [...(competences ?? []), ...this.analyser.competencesIn(`${title ?? ''}\n${text}`, language)];
  }

  /** An offer without what its actor struck; where the text is about that, the model's reading of it counts for nothing, too. */
  private asCounted<Offer extends MatchQuestion>(offer: Offer): Offer {
    const { struck } = offer;
    if (!struck?.length || ('direction' in offer && offer.direction !== 'OFFER')) return offer;
    const about = [...this.namedIn(offer), ...this.nearestTo(offer)];
    const competences = withoutStruck(offer.competences ?? [], struck);
    return { ...offer, competences, windows: about.some((id) => struck.includes(id)) ? undefined : offer.windows };
  }

  /** Offers that answer a need, best first; empty when nothing fits. */
  offersFor(need: MatchQuestion, options: MatchOptions): EntryMatch[] {
    const scored = this.answersTo(need, options);
    return this.matches(need, scored, scored[REFERENCE_RANK]?.score ?? 0, 'OFFER_ANSWERS_NEED', options);
  }

  /** `scoredOffersFor`, or nothing where even the best answers a stated need (one with a title) too little. */
  answersTo(need: MatchQuestion, options: MatchOptions): ScoredEntry[] {
    const scored = this.scoredOffersFor(need, options);
    const [best] = scored;
    return best && (!need.title || isAnswered({ ...observed(best, 0), score: scoreOf({ ...best.signals, aims: NO_AIMS }) })) ? scored : [];
  }

  /** All offers that have anything in common with a need, best first, at most thirty: for lists and benches. */
  scoredOffersFor(need: MatchQuestion, options: MatchOptions): ScoredEntry[] {
    return this.score(need, this.indexes.OFFER.rank(need, this.compared(need, options))).slice(0, COMPARED);
  }

  /** Needs that an offer answers, best first; empty when nobody asks for it. */
  needsFor(given: MatchQuestion, options: MatchOptions): EntryMatch[] {
    const offer = this.asCounted(given);
    const source = { ...offer, id: '', direction: 'OFFER' as const, title: offer.title ?? '', competences: offer.competences ?? [] };
    const hits = this.indexes.NEED.rankAskers(source, this.compared(offer, options));
    const scored = this.score(offer, hits).slice(0, 2 * options.limit);
    return scored
      .flatMap((one) => this.matches(offer, [one], this.sixthBestFor(one.entry), 'NEED_ASKS_FOR_OFFER', options))
      .sort((a, b) => b.probability - a.probability || (a.entryId < b.entryId ? -1 : 1))
      .slice(0, options.limit);
  }

  /** Needs of others that ask for the same, to ask together; at most POSSIBLE. */
  sameNeeds(need: MatchQuestion, options: MatchOptions): EntryMatch[] {
    const compared = this.compared(need, options);
    const source = { ...need, id: '', direction: 'NEED' as const, title: need.title ?? '', competences: need.competences ?? [] };
    const back = new Map(this.indexes.NEED.rankAskers(source, compared).map(({ id, similarity }) => [id, similarity]));
    return this.score(need, this.indexes.NEED.rank(need, compared))
      .flatMap((one) => {
        const alike = alikeness({ ...one, back: back.get(one.entry.id) ?? 0 });
        return alike === null ? [] : [{ ...one, alike: alike * freshness(one.entry.freshUntil ?? null, options.today) }];
      })
      .sort((a, b) => b.alike - a.alike || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, options.limit)
      .map(({ entry, hit, alike }) => ({
        entryId: entry.id,
        actorId: entry.actorId,
        certainty: 'POSSIBLE' as const,
        probability: alike,
        sentence: hit.sentence,
        reasons: [reason('SAME_NEED', entry, need), ...this.shared(need, entry)],
        doubts: agedDoubts(entry, options.today),
      }));
  }

  private permitted(question: MatchQuestion, options: MatchOptions): (id: Id) => boolean {
    const named = this.namedIn(question);
    return (id) => {
      const entry = this.entries.get(id);
      if (!entry || entry.actorId === question.actorId || options.without?.has(entry.actorId)) return false;
      // Who cannot do any of what is named is no answer, however alike the other words are.
      if (entry.direction === 'OFFER' ? asksForStruckOnly(named, entry.struck) : this.asksInVain(question, entry)) return false;
      return !isOver(entry, options.today) && (options.among?.(entry) ?? true);
    };
  }

  /** Whether a need names nothing but what whoever offers cannot do. Needs alike are asked for by a need, which strikes nothing. */
  private asksInVain(question: MatchQuestion, need: MatchedEntry): boolean {
    return question.struck?.length ? asksForStruckOnly(this.namedIn(need), question.struck) : false;
  }

  /** Where meanings count, what has few words in common may still be among the best. */
  private limitFor(question: MatchQuestion): number {
    return this.space && question.windows ? Infinity : COMPARED;
  }

  private compared(question: MatchQuestion, options: MatchOptions): RankOptions {
    return { limit: this.limitFor(question), among: this.permitted(question, options), near: options.near };
  }

  private score(question: MatchQuestion, hits: readonly LexicalHit[]): ScoredEntry[] {
    const asked = question.themes ?? [];
    const aims = aimedOf(question);
    const meant = this.space && question.windows ? this.space.meaningOf(question.windows) : null;
    return hits
      .flatMap((hit) => {
        const entry = this.entries.get(hit.id);
        if (!entry) return [];
        const meaning = this.meaningOf(entry);
        const meanings = meant && meaning ? likeness(meant, meaning) : USUAL_LIKENESS;
        // An offer is compared to needs as a need is to offers; two needs have no conflict.
        const [need, offer] = entry.direction === 'NEED' ? [this.aimed.get(entry.id)!, aims] : [aims, this.aimed.get(entry.id)!];
        const signals = {
          words: hit.similarity,
          themes: themeOverlap(asked, entry.themes),
          aims: aimSignals(need, offer),
          meaning: meant ? meanings : null,
        };
        return [{ entry, hit, signals, conflict: aimConflict(need, offer), score: scoreOf(signals) }];
      })
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
  }

  private meaningOf(entry: MatchedEntry): Meaning | null {
    if (!this.space || !entry.windows) return null;
    const meaning = this.meanings.get(entry.id) ?? this.space.meaningOf(entry.windows);
    this.meanings.set(entry.id, meaning);
    return meaning;
  }

  private sixthBestFor(need: MatchedEntry): number {
    const among = (id: Id) => this.entries.get(id)?.actorId !== need.actorId;
    return this.score(need, this.indexes.OFFER.rank(need, { limit: this.limitFor(need), among }))[REFERENCE_RANK]?.score ?? 0;
  }

  private matches(
    question: MatchQuestion,
    scored: readonly ScoredEntry[],
    sixth: number,
    code: Reason['code'],
    options: MatchOptions,
  ): EntryMatch[] {
    const found: EntryMatch[] = [];
    for (const one of scored) {
      const { entry, hit } = one;
      const seen = observed(one, sixth);
      const probability = probabilityOfFit(seen, options.certainty) * freshness(entry.freshUntil ?? null, options.today);
      const doubts = doubtsAbout(question, entry, one, options.today);
      const certainty = doubts.some(isSerious) ? lower(certaintyOf(probability)) : certaintyOf(probability);
      if (certainty === null) continue;
      const reasons = [reason(code, entry, question), ...aimReasons(one.signals.aims), ...this.shared(question, entry)];
      const about = { entryId: entry.id, actorId: entry.actorId, sentence: hit.sentence };
      found.push({ ...about, certainty, probability, observed: seen, reasons, doubts });
    }
    // Scores come best first; what faded falls behind.
    return found.sort((a, b) => b.probability - a.probability).slice(0, options.limit);
  }

  private shared(question: MatchQuestion, entry: MatchedEntry): Reason[] {
    const competences = (question.competences ?? []).filter((id) => entry.competences.includes(id));
    const themes = (question.themes ?? []).filter((id) => entry.themes.includes(id));
    return [
      ...competences.map((id): Reason => ({ code: 'SHARED_COMPETENCE', params: {}, evidence: [{ type: 'COMPETENCE', id }] })),
      ...themes.map((id): Reason => ({ code: 'SHARED_THEME', params: {}, evidence: [{ type: 'THEME', id }] })),
    ];
  }
}

/** What certainty follows from; with meanings compared, scores are higher. */
function observed(one: ScoredEntry, sixth: number): Observed {
  return { kind: one.signals.meaning ? 'MEANING' : 'WORDS', score: one.score, asked: one.hit.asked, sixth };
}

function aimReasons({ group, kind }: AimSignals): Reason[] {
  const told = (code: Reason['code']): Reason => ({ code, params: {}, evidence: [] });
  return [...(kind > 0 ? [told('OF_SOUGHT_KIND')] : []), ...(group > 0 ? [told('FOR_SAME_GROUP')] : [])];
}

/** Names the entry found, and the one asked about where it is an entry, too. */
function reason(code: Reason['code'], entry: MatchedEntry, asked: MatchQuestion): Reason {
  const found = { type: 'ENTRY' as const, id: entry.id };
  if (!asked.id || !asked.title) return { code, params: { title: entry.title }, evidence: [found] };
  return { code, params: { title: entry.title, asked: asked.title }, evidence: [found, { type: 'ENTRY', id: asked.id }] };
}

/** The best match of each actor, order kept: people ask organisations, not entries. */
export function bestPerActor(matches: readonly EntryMatch[]): EntryMatch[] {
  const seen = new Set<Id>();
  return matches.filter(({ actorId }) => !seen.has(actorId) && seen.add(actorId));
}
