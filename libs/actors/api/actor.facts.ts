import { gradeOfDeclaredTie, gradeOfMembership, RELATION_HALF_LIFE_DAYS, type Actor } from '@knotenpunkt/actors/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { EdgeFact, Facts } from '@knotenpunkt/platform/graph';
import type { DeclaredTieFact, MembershipFact } from './relation.repository';

/** What the graph should know of an actor: itself, what it is a member of, and the ties it declared first. */
export function actorFacts(actor: Actor, memberships: readonly MembershipFact[], ties: readonly DeclaredTieFact[]): Facts {
  const common = { from: actor.id, weight: 1, audience: 'PUBLIC', halfLifeDays: RELATION_HALF_LIFE_DAYS } as const;
  const memberEdges = memberships.flatMap((membership): EdgeFact[] => {
    const grade = gradeOfMembership(membership.certainty);
    if (!grade) return [];
    const id = idFrom('membership', membership.memberId, membership.ofId);
    return [{ ...common, id, to: membership.ofId, regionId: membership.ofRegionId, role: 'MEMBER', since: membership.countsFrom, grade }];
  });
  const tieEdges = ties.map((tie): EdgeFact => ({
    ...common,
    id: tie.id,
    to: tie.toId,
    regionId: tie.regionId,
    role: 'DECLARED',
    since: tie.sinceOn,
    grade: gradeOfDeclaredTie(tie),
    declared: true,
  }));
  return {
    nodes: [{ id: actor.id, type: 'Actor', regionId: actor.regionId, audience: 'PUBLIC', kind: actor.kind, themes: actor.themes }],
    edges: [...memberEdges, ...tieEdges],
  };
}
