import { plainOf } from './plain-words';

export interface CompetenceGroup {
  id: string;
  de: string;
  en: string;
}

/** What an organisation can offer or seek. `altDe` and `altEn` are synonyms, abbreviations and everyday words. */
export interface Competence extends CompetenceGroup {
  group: string;
  altDe: string[];
  altEn: string[];
  /** Other words that a region has equated with it. */
  inRegion?: string[];
}

/** The vocabulary as it stands in `competences.json`. */
export interface CompetenceVocabulary {
  groups: CompetenceGroup[];
  competences: Competence[];
}

export interface FoundCompetence {
  competence: Competence;
  /** The label or synonym that matched, as written in the vocabulary. */
  matched: string;
}

interface Term {
  competence: Competence;
  written: string;
  /** As `plainOf` makes it. */
  plain: string;
  /** 0 German or English label, 1 synonym. */
  rank: 0 | 1;
}

function termsOf(competence: Competence): Term[] {
  const term =
    (rank: 0 | 1) =>
    (written: string): Term => ({ competence, written, plain: plainOf(written), rank });
  return [
    ...[competence.de, competence.en].map(term(0)),
    ...[...competence.altDe, ...competence.altEn, ...(competence.inRegion ?? [])].map(term(1)),
  ];
}

/** Typed access to the vocabulary; made once, asked often. */
export class CompetenceCatalogue {
  readonly groups: readonly CompetenceGroup[];
  readonly all: readonly Competence[];
  private readonly byId: Map<string, Competence>;
  private terms: Term[] | null = null;

  constructor(vocabulary: CompetenceVocabulary) {
    this.groups = vocabulary.groups;
    this.all = vocabulary.competences;
    this.byId = new Map(vocabulary.competences.map((competence) => [competence.id, competence]));
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** The competence with this id, or null where there is none. */
  find(id: string): Competence | null {
    return this.byId.get(id) ?? null;
  }

  /** The competence's name; the id itself for one unknown to this version, so that old rows stay readable. */
  label(id: string, language: 'de' | 'en'): string {
    return this.byId.get(id)?.[language] ?? id;
  }

  /** Under which names it is found: both languages, and what a region says for it; the id itself for one unknown. */
  namesOf(id: string): string[] {
    const competence = this.byId.get(id);
    return competence ? [competence.de, competence.en, ...(competence.inRegion ?? [])] : [id];
  }

  /** The competence that has exactly this name, synonyms included, without regard to case, accents and hyphens; or null. */
  named(text: string): Competence | null {
    const wanted = plainOf(text);
    this.terms ??= this.all.flatMap(termsOf);
    return this.terms.find(({ plain }) => plain === wanted)?.competence ?? null;
  }

  /** The competences of a group, in the vocabulary's order. */
  inGroup(groupId: string): Competence[] {
    return this.all.filter((competence) => competence.group === groupId);
  }

  /**
   * Competences one of whose German or English names contains `text`, each once, at most `limit`. Case, accents and
   * hyphens do not matter. First come names that begin with the text, then names with a word that begins with it, then
   * the rest; labels before synonyms; then the vocabulary's order.
   */
  search(text: string, limit = 10): FoundCompetence[] {
    const wanted = plainOf(text).trim();
    if (wanted === '') return [];
    this.terms ??= this.all.flatMap(termsOf);
    const best = new Map<string, { term: Term; score: number }>();
    for (const term of this.terms) {
      const score = scoreOf(term, wanted);
      const known = best.get(term.competence.id);
      if (score !== null && (!known || score < known.score)) best.set(term.competence.id, { term, score });
    }
    return [...best.values()]
      .sort((a, b) => a.score - b.score)
      .slice(0, limit)
      .map(({ term }) => ({ competence: term.competence, matched: term.written }));
  }
}

/** Lower is better; null when the text does not occur. */
function scoreOf(term: Term, wanted: string): number | null {
  const at = term.plain.indexOf(wanted);
  if (at < 0) return null;
  const place = at === 1 ? 0 : term.plain.includes(` ${wanted}`) ? 2 : 4;
  return place + term.rank;
}
