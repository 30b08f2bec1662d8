import { ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { isLastAdministrator, type MandateOfPerson } from './mandate';

export type ErasureCode = 'LAST_ADMINISTRATOR_OF' | 'LAST_COORDINATOR_OF' | 'LAST_PLATFORM_ADMINISTRATOR';

/** What would be left without anybody who decides. */
export interface LeftWithout {
  /** Names of organisations of which the person is the only administrator. */
  leftAlone: readonly string[];
  /** Names of regions that the person alone coordinates. */
  regions: readonly string[];
  lastOfPlatform: boolean;
}

/** Whether a person may go at once. The last administrator of an organisation, or of the platform, and the last coordinator of a region first have a successor. */
export function decideErasure({ leftAlone, regions, lastOfPlatform }: LeftWithout): Result<void, ErasureCode> {
  if (leftAlone.length > 0) return refuse('LAST_ADMINISTRATOR_OF', { params: { actors: leftAlone.join(', ') } });
  if (regions.length > 0) return refuse('LAST_COORDINATOR_OF', { params: { regions: regions.join(', ') } });
  return lastOfPlatform ? refuse('LAST_PLATFORM_ADMINISTRATOR') : ok(undefined);
}

/** Of mandates of administrators those of a person after whom nobody would administer the organisation for as long. */
export function leftAlone<Row extends MandateOfPerson>(personId: Id, administrators: readonly Row[], day: LocalDate): Row[] {
  const others = administrators.filter((one) => one.personId !== personId);
  return administrators.filter(
    (one) =>
      one.personId === personId &&
      isLastAdministrator(
        one,
        others.filter(({ actorId }) => actorId === one.actorId),
        day,
      ),
  );
}
