import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

/** What OWN set right, made before the walk. */
export const rectification = idFrom('walk', 'rectification');

/** As `about` in `cases.ts`: a version no record has. */
const NO_VERSION = 99_999;

/** What OWN says beside a request for a contact. */
export const rectificationOf = (id: Id, actorId: Id, subjectId: Id) => ({
  ...{ id, actorId, subjectType: 'CONTACT', subjectId, text: 'Wir haben geantwortet.' },
});

/** Arguments of what is held on an organisation, and of setting that right. */
export function heldArguments(own: Id, contactRequest: Id): Record<string, () => Record<string, unknown>> {
  const input = { id: rectification, expectedVersion: NO_VERSION };
  return {
    alliancePlaces: () => ({ actorId: own }),
    engineUnderstanding: () => ({ actorId: own }),
    rectifications: () => ({ actorId: own }),
    strikeCompetence: () => ({ input: { actorId: own, competence: 'moderation' } }),
    addCompetence: () => ({ input: { actorId: own, competence: 'moderation' } }),
    // Of this one nothing was said: who may take it back is told so.
    takeBackCorrection: () => ({ input: { actorId: own, competence: 'mediation' } }),
    writeRectification: () => ({ input: { ...rectificationOf(newId(), own, contactRequest), expectedVersion: NO_VERSION } }),
    takeBackRectification: () => ({ input }),
    takeNoteOfRectification: () => ({ input }),
  };
}
