import { remainingParties, type ConsentRound } from '@knotenpunkt/agreements/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Initiative, Partner } from './initiative';
import type { InitiativeText } from './initiative-text';

/** The text everybody agrees to, or does not: what it is called, what it is, from when to when. Dates as they are known. */
export function proposalText(
  text: Pick<InitiativeText, 'title' | 'summary' | 'description' | 'startOn' | 'startPrecision' | 'endOn' | 'endPrecision' | 'wanted'>,
): string {
  const day = (date: LocalDate, precision: string) => (precision === 'MONTH' ? date.slice(0, 7) : date).split('-').reverse().join('.');
  const period = [text.startOn ? day(text.startOn, text.startPrecision) : '', text.endOn ? day(text.endOn, text.endPrecision) : ''];
  return [
    text.title,
    text.summary,
    text.description,
    period.some(Boolean) ? period.join(' – ').trim() : '',
    ...text.wanted.map((wanted) => `– ${wanted.text}`),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Those a proposal is put to, before they have answered. */
export function asked(actorIds: readonly Id[]): Partner[] {
  return [...new Set(actorIds)].map((actorId) => ({
    actorId,
    role: 'PARTNER',
    state: 'INVITED',
    sinceOn: null,
    untilOn: null,
    answerBy: null,
  }));
}

/**
 * What becomes of a proposed Vorhaben when its round has a new state: with AGREED it begins with all who said yes, with
 * CLOSED nothing comes of it, otherwise it stays as it is. No one is a partner before that.
 */
export function afterAnswers(initiative: Initiative, round: ConsentRound, today: LocalDate): Initiative {
  if (round.state === 'AGREED') {
    const remaining = new Set(remainingParties(round).map(({ actorId }) => actorId));
    const partners = initiative.partners.map((partner): Partner =>
      remaining.has(partner.actorId) ? { ...partner, state: 'ACCEPTED', sinceOn: today } : { ...partner, state: 'DECLINED' },
    );
    return { ...initiative, partners, state: 'ACTIVE', leadSinceOn: today };
  }
  if (round.state === 'CLOSED') return { ...initiative, state: 'ABANDONED', endedOn: today };
  return initiative;
}
