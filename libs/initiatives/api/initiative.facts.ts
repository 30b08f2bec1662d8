import { idFrom, type Grade, type LocalDate } from '@knotenpunkt/kernel';
import type { Event, Initiative } from '@knotenpunkt/initiatives/domain';
import type { EdgeFact, Facts } from '@knotenpunkt/platform/graph';

/** After so many days a tie from a Vorhaben that ended counts half; one from a meeting fades sooner. */
export const INITIATIVE_HALF_LIFE_DAYS = 1_095;
export const EVENT_HALF_LIFE_DAYS = 365;

/**
 * What the graph should know of a Vorhaben: itself, its lead and those who said themselves that they take part (or of
 * whom it is reported). A proposal is known to those asked only, so nothing of it stands there, nor of one that failed or is hidden.
 */
export function initiativeFacts(initiative: Initiative): Facts | null {
  const { id, regionId, kind, themes, leadSinceOn } = initiative;
  if (initiative.state === 'PROPOSED' || leadSinceOn === null || initiative.hidden) return null;
  const edge = (actorId: string, role: string, grade: Grade, since: LocalDate | null, until: LocalDate | null): EdgeFact => ({
    id: idFrom('participation', id, actorId),
    from: actorId,
    to: id,
    regionId,
    role,
    since: since ?? initiative.startOn ?? leadSinceOn,
    until: until ?? initiative.endedOn,
    weight: 1,
    grade,
    audience: 'PUBLIC',
    halfLifeDays: INITIATIVE_HALF_LIFE_DAYS,
  });
  const edges: EdgeFact[] = [];
  if (initiative.leadCertainty !== 'INFERRED') {
    const grade = initiative.leadCertainty === 'CONFIRMED' ? 'WORKS_TOGETHER' : 'STATED';
    edges.push(edge(initiative.leadId, 'LEAD', grade, leadSinceOn, null));
  }
  for (const { actorId, role, state: said, sinceOn, untilOn } of initiative.partners) {
    if (said === 'ACCEPTED' || said === 'LEFT') edges.push(edge(actorId, role, 'WORKS_TOGETHER', sinceOn, untilOn));
    if (said === 'STATED') edges.push(edge(actorId, role, 'STATED', sinceOn, untilOn));
  }
  return { nodes: [{ id, type: 'Initiative', regionId, audience: 'PUBLIC', kind, themes }], edges };
}

/** What the graph should know of an event: who met there. Only one that was held makes anybody meet. */
export function eventFacts(event: Event): Facts | null {
  const { id, regionId, state, dateOn } = event;
  if (state === 'CANCELLED' || event.hidden) return null;
  const edge = (actorId: string, role: string): EdgeFact => ({
    id: idFrom('event-participation', id, actorId),
    from: actorId,
    to: id,
    regionId,
    role,
    since: dateOn,
    until: dateOn,
    weight: 1,
    grade: 'MET',
    audience: 'PUBLIC',
    halfLifeDays: EVENT_HALF_LIFE_DAYS,
  });
  return {
    nodes: [{ id, type: 'Event', regionId, audience: 'PUBLIC' }],
    edges:
      state === 'HELD'
        ? [...event.hostIds.map((actorId) => edge(actorId, 'HOST')), ...event.participantIds.map((actorId) => edge(actorId, 'PARTICIPANT'))]
        : [],
  };
}
