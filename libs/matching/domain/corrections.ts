import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';

/** STRUCK: "Das können wir nicht". ADDED: "Das können wir auch". */
export const CORRECTION_KINDS = ['STRUCK', 'ADDED'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** So many corrections an organisation may make: more is a Steckbrief to be written anew. */
export const MOST_CORRECTIONS = 100;

/** What an organisation says of one competence, against or beside what the engine reads. */
export interface Correction {
  actorId: Id;
  competence: string;
  kind: CorrectionKind;
  saidOn: LocalDate;
  /** Who said it for the organisation; null once that person is forgotten. */
  personId: Id | null;
}

export type CorrectionCode = 'NOT_PERMITTED' | 'COMPETENCE_UNKNOWN' | 'TOO_MANY_CORRECTIONS' | 'NOT_CORRECTED';

/** Whoever keeps an organisation's entries reads what is held on it. */
export function readsWhatIsHeld(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId, 'EDITOR');
}

/** Saying what an organisation can and cannot is for those who promise for it. */
export function corrects(viewer: Viewer, actorId: Id): boolean {
  return actsFor(viewer, actorId);
}

/** Strikes or adds a competence; said about the same one before, it is replaced. `present`: what the organisation has corrected so far. */
export function correct(
  viewer: Viewer,
  wish: { actorId: Id; competence: string; kind: CorrectionKind },
  known: { inVocabulary: boolean; present: readonly string[] },
  today: LocalDate,
): Result<Correction, CorrectionCode> {
  if (!corrects(viewer, wish.actorId)) return refuse('NOT_PERMITTED');
  if (!known.inVocabulary) return refuse('COMPETENCE_UNKNOWN', { field: 'competence' });
  const again = known.present.includes(wish.competence);
  if (!again && known.present.length >= MOST_CORRECTIONS) return refuse('TOO_MANY_CORRECTIONS', { params: { max: MOST_CORRECTIONS } });
  return ok({ ...wish, saidOn: today, personId: viewer.personId });
}

/** What is left of competences once those are gone that an organisation struck. */
export function withoutStruck(competences: readonly string[], struck: readonly string[] | undefined): readonly string[] {
  return struck?.length ? competences.filter((id) => !struck.includes(id)) : competences;
}

/** Whether all that is asked for by name is what an organisation says it cannot do. */
export function asksForStruckOnly(named: readonly string[], struck: readonly string[] | undefined): boolean {
  return named.length > 0 && (struck?.length ?? 0) > 0 && named.every((id) => struck!.includes(id));
}
