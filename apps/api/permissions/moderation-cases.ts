import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

/** What was reported about OWN, made before the walk by `prepare-moderation.ts`. */
export const reported = {
  content: idFrom('walk', 'content-report'),
  barrier: idFrom('walk', 'barrier-report'),
  /** Of the link of whoever reported; found when it is prepared. */
  token: '',
};

/** Somebody reports something of an organisation. */
export function contentReportOf(actorId: Id, id: Id, email: string) {
  const subject = { subjectType: 'ACTOR', subjectId: actorId, reason: 'UNTRUE' };
  return { id, ...subject, explanation: 'Fährt nicht mehr.', place: 'Angebote', name: 'Kim Beispiel', email, goodFaith: true };
}

export function barrierReportOf(id: Id, email: string) {
  return { id, pageAddress: '/akteure', text: 'Der Filter geht nicht mit der Tastatur.', email };
}

/** Nobody has seen this version: who may write is told so. */
const NO_VERSION = 99_999;
const anAddress = () => `${newId()}@beispiel.example`;

/** Arguments of what is reported, decided and published at the foot of pages. */
export function moderationArguments(own: Id): Record<string, () => Record<string, unknown>> {
  const text = { textDe: 'Wer das betreibt', textEn: 'Who runs it', videoUrl: '' };
  const reasons = { kind: 'NO_ACTION', facts: 'Stimmt.', basis: 'RULES', ground: '' };
  return {
    dutyPage: () => ({ page: 'IMPRINT' }),
    dutyPreview: () => ({ textDe: 'Wer wir sind', textEn: 'Who we are' }),
    dutyPageVersions: () => ({ page: 'IMPRINT' }),
    writeDutyPage: () => ({ input: { id: newId(), page: 'IMPRINT', expectedVersion: NO_VERSION, ...text } }),
    restoreDutyPage: () => ({ input: { id: newId(), page: 'IMPRINT', number: 0, expectedVersion: NO_VERSION } }),
    reportBarrier: () => ({ input: barrierReportOf(newId(), anAddress()) }),
    answerBarrierReport: () => ({ input: { id: reported.barrier, expectedVersion: NO_VERSION, answer: 'Geht jetzt.' } }),
    reportContent: () => ({ input: contentReportOf(own, newId(), anAddress()) }),
    decideContentReport: () => ({ input: { id: reported.content, expectedVersion: NO_VERSION, decisionId: newId(), ...reasons } }),
    ownContentReport: () => ({ token: reported.token }),
    // Nothing has been decided: whoever holds the link is told so.
    appealContentDecision: () => ({ input: { token: reported.token, text: 'Doch.' } }),
  };
}
