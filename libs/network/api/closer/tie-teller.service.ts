import { Injectable } from '@nestjs/common';
import type { Grade, Id, LocalDate } from '@knotenpunkt/kernel';
import { fadedBy, type TieReason } from '@knotenpunkt/network/domain';
import type { Tie } from '@knotenpunkt/platform/graph';
import { NetworkRepository, type ActorRow, type SharedRow } from '../network.repository';

/** How strong something is, was while it ran, and how much of that it lost since. */
export interface ToldStrength {
  strength: number;
  runningStrength: number;
  fadedBy: number;
}

export type ToldReason = TieReason & ToldStrength & { sourceNote: string | null };

/** A tie with what it comes from, in words' reach. */
export interface ToldTie extends ToldStrength {
  a: ActorRow;
  b: ActorRow;
  grade: Grade;
  since: string;
  reasons: ToldReason[];
}

/** Gives ties their words: names from Postgres for the ids of the graph. */
@Injectable()
export class TieTeller {
  constructor(private readonly network: NetworkRepository) {}

  /** `asOf`: without those that others continue since that day or an earlier one. */
  async actors(ids: readonly Id[], asOf: LocalDate | null = null): Promise<Map<Id, ActorRow>> {
    const rows = await this.network.actorsByIds([...new Set(ids)], asOf);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Titles and addresses of what is shared. */
  async shared(ids: readonly Id[]): Promise<Map<Id, SharedRow>> {
    const rows = ids.length === 0 ? [] : await this.network.shared([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The ties in their order; those with an end that is not among the actors are left out. */
  async tell(ties: readonly Tie[], actors: ReadonlyMap<Id, ActorRow>): Promise<ToldTie[]> {
    const nodeIds = [...new Set(ties.flatMap(({ sources }) => sources.map(({ nodeId }) => nodeId)))];
    const actorIds = [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
    if (nodeIds.length === 0) return [];
    const [shared, roles] = await Promise.all([this.shared(nodeIds), this.network.roles(nodeIds, actorIds)]);
    const roleBy = new Map(roles.map(({ nodeId, actorId, role }) => [`${nodeId} ${actorId}`, role]));
    return ties.flatMap(({ a, b, grade, since, strength, sources }) => {
      const [one, other] = [actors.get(a), actors.get(b)];
      if (!one || !other) return [];
      const reasons = sources.map((source) => ({
        nodeType: source.nodeType,
        nodeId: source.nodeId,
        declared: source.declared === true,
        title: shared.get(source.nodeId)?.title ?? null,
        slug: shared.get(source.nodeId)?.slug ?? null,
        sourceNote: shared.get(source.nodeId)?.sourceNote ?? null,
        roleA: roleBy.get(`${source.nodeId} ${a}`) ?? null,
        roleB: roleBy.get(`${source.nodeId} ${b}`) ?? null,
        grade: source.grade,
        since: source.since,
        until: source.until,
        ...withFading(source.strength, source.runningStrength),
      }));
      const whileRunning = sources.reduce((sum, source) => sum + source.runningStrength, 0);
      return [{ a: one, b: other, grade, since, ...withFading(strength, whileRunning), reasons }];
    });
  }
}

function withFading(strength: number, runningStrength: number): ToldStrength {
  return { strength, runningStrength, fadedBy: fadedBy({ strength, runningStrength }) };
}

/** The same tie, told from the side of `first`. */
export function turned(tie: ToldTie, first: Id): ToldTie {
  if (tie.a.id === first) return tie;
  return { ...tie, a: tie.b, b: tie.a, reasons: tie.reasons.map((reason) => ({ ...reason, roleA: reason.roleB, roleB: reason.roleA })) };
}
