import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { ActorSuggestion, Evidence, Reason } from '@knotenpunkt/matching/domain';
import { loadCompetences, themeLabel, type ActorKind } from '@knotenpunkt/themes/domain';
import { MatchingRepository, type NamedType } from './matching.repository';

/** A record with the name it is known by and the address where it is shown. */
export interface NamedEvidence {
  /** Of what matching calls a project: what it is. */
  type: Exclude<Evidence['type'], 'PROJECT'> | NamedType;
  id: string;
  title: string;
  /** Of an actor. */
  kind: ActorKind | null;
  address: string | null;
}

export interface ToldReason {
  code: string;
  params: { name: string; value: string }[];
  evidence: NamedEvidence[];
}

export interface ToldSuggestion {
  actorId: Id;
  certainty: ActorSuggestion['certainty'];
  percent: number | null;
  sentence: string | null;
  reasons: ToldReason[];
  doubts: ToldReason[];
}

/** Where a record is shown; an entry on the page of its actor. */
const PAGES: Record<NamedType, string> = { ACTOR: '/akteure', ENTRY: '/akteure', INITIATIVE: '/vorhaben', ALLIANCE: '/allianzen' };

type Name = (evidence: Evidence) => NamedEvidence[];

/** Gives what reasons rest on its names. */
@Injectable()
export class EvidenceService {
  constructor(private readonly matching: MatchingRepository) {}

  async tell(suggestions: readonly (ActorSuggestion & { sentence?: string })[], language: 'de' | 'en'): Promise<ToldSuggestion[]> {
    const name = await this.namer(
      suggestions.flatMap(({ reasons, doubts }) => [...reasons, ...doubts]),
      language,
    );
    return suggestions.map((one) => toldSuggestion(one, name));
  }

  /** Names whatever the given reasons mention, read in one go. */
  async namer(reasons: readonly Reason<string>[], language: 'de' | 'en'): Promise<Name> {
    const records = reasons
      .flatMap(({ evidence }) => evidence)
      .filter(({ type }) => type === 'ACTOR' || type === 'ENTRY' || type === 'PROJECT');
    const ids = [...new Set(records.map(({ id }) => id))];
    const [rows, competences] = await Promise.all([ids.length > 0 ? this.matching.named(ids) : [], loadCompetences()]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ({ type, id }) => {
      if (type === 'THEME') return [{ type, id, title: themeLabel(id, language), kind: null, address: `/akteure?thema=${id}` }];
      if (type === 'COMPETENCE') return [{ type, id, title: competences.label(id, language), kind: null, address: null }];
      const row = byId.get(id);
      if (row) return [{ type: row.type, id, title: row.title, kind: row.kind, address: `${PAGES[row.type]}/${row.slug}` }];
      // What is gone or hidden meanwhile is not named; a bench goes by its code, the reader's catalogue has its name.
      return type === 'BENCH' ? [{ type, id, title: id, kind: null, address: null }] : [];
    };
  }
}

export function toldReason({ code, params, evidence }: Reason<string>, name: Name): ToldReason {
  return {
    code,
    params: Object.entries(params).map(([key, value]) => ({ name: key, value: String(value) })),
    evidence: evidence.flatMap(name),
  };
}

export function toldSuggestion(one: ActorSuggestion & { sentence?: string }, name: Name): ToldSuggestion {
  const told = (reason: Reason<string>) => toldReason(reason, name);
  return {
    actorId: one.actorId,
    certainty: one.certainty,
    percent: one.percent ?? null,
    sentence: one.sentence || null,
    reasons: one.reasons.map(told),
    doubts: one.doubts.map(told),
  };
}
