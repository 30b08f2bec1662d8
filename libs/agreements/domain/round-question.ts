import type { Id } from '@knotenpunkt/kernel';
import type { MailQuestionState } from '@knotenpunkt/notices/domain';
import type { ConsentRound } from './consent';

/** Where a question by mail about one version of a text stands for one organisation. A change asked for is an answer too. */
export function roundQuestionState(round: ConsentRound, { actorId, version }: { actorId: Id; version: number }): MailQuestionState {
  if (version < round.version) return 'REPLACED';
  const party = round.parties.find((each) => each.actorId === actorId);
  if (!party) return 'ENDED';
  if (party.answer !== null) return 'ANSWERED';
  return round.state === 'OPEN' ? 'OPEN' : 'ENDED';
}
