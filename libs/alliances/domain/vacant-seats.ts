import type { ConsentRound } from '@knotenpunkt/agreements/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Alliance } from './alliance';

/** DECLINED: said "Nein". SILENT: no answer in time. LAPSED: the reservation was not confirmed in time. GONE: is no longer there. */
export const VACANCIES = ['DECLINED', 'SILENT', 'LAPSED', 'GONE'] as const;
export type Vacancy = (typeof VACANCIES)[number];

export interface VacantSeat {
  actorId: Id;
  why: Vacancy;
}

/** The seats for which somebody else has to be found while all are asked; `known`: the organisations that are still there. */
export function vacantSeats(
  { state, members }: Pick<Alliance, 'state' | 'members'>,
  round: Pick<ConsentRound, 'parties' | 'deadlineOn'> | null,
  known: ReadonlySet<Id>,
  today: LocalDate,
): VacantSeat[] {
  if (state !== 'INVITING') return [];
  return members.flatMap(({ actorId, state: as }): VacantSeat[] => {
    const party = round?.parties.find((each) => each.actorId === actorId);
    const late = round !== null && round.deadlineOn < today;
    const lapsed = party?.answer === 'RESERVED' && party.reservedUntil !== null && party.reservedUntil < today;
    if (!known.has(actorId)) return [{ actorId, why: 'GONE' }];
    if (as === 'DECLINED') return [{ actorId, why: 'DECLINED' }];
    if (party?.answer === null && late) return [{ actorId, why: 'SILENT' }];
    return lapsed ? [{ actorId, why: 'LAPSED' }] : [];
  });
}
