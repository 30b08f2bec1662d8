import { contributionWords } from '@knotenpunkt/themes/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { StateMark } from '@knotenpunkt/webkit/ui';
import type { ShownCommitment } from './commitment-parts';

/** Where a Zusage stands, in words with its mark. */
export function CommitmentState({ commitment }: { commitment: ShownCommitment }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const today = useToday();
  const { standing, dueOn, decidedOn } = commitment;
  switch (standing) {
    case 'OVERDUE':
      return <StateMark state="overdue">{t('row.overdueSince', { since: format.since(dueOn, today) })}</StateMark>;
    case 'OPEN':
      return (
        <StateMark state={dueOn === today ? 'due' : 'open'}>
          {dueOn === today ? t('row.dueToday') : format.relative(dueOn, today)}
        </StateMark>
      );
    case 'KEPT':
      return <StateMark state="kept">{t('row.kept', { date: format.dayMonth(decidedOn ?? dueOn, today) })}</StateMark>;
    case 'WITHDRAWN':
      return <StateMark state="withdrawn">{t('row.withdrawn', { date: format.dayMonth(decidedOn ?? dueOn, today) })}</StateMark>;
  }
}

/** What its organisation does next, while it is open. */
export function NextStep({ commitment: { nextStep, standing } }: { commitment: ShownCommitment }) {
  const t = useMessages('agreements');
  if (nextStep === '' || standing === 'KEPT' || standing === 'WITHDRAWN') return null;
  return <span className="agreements-for">{t('row.nextStep', { step: nextStep })}</span>;
}

/** What kind of thing is promised and how much of it, in words; null where only the sentence is known. */
export function useTerms(commitment: ShownCommitment): string | null {
  const language = useLanguage();
  return contributionWords(commitment, language) || null;
}

/** Where it was first promised elsewhere: when and how, in words. Null for all others. */
export function useSaidOutside({ saidOutside }: ShownCommitment): string | null {
  const t = useMessages('agreements');
  const format = useFormat();
  return saidOutside && t('outside.became', { date: format.date(saidOutside.on), way: t(`outside.ways.${saidOutside.way}`) });
}

/** What shows that a Zusage was kept, or what its organisation says about it. */
export function CommitmentEvidence({ commitment }: { commitment: ShownCommitment }) {
  const t = useMessages('agreements');
  const { evidence, evidenceUrl, note, standing } = commitment;
  if (evidenceUrl)
    return (
      <a href={evidenceUrl} rel="noopener noreferrer">
        {evidence || evidenceUrl}
      </a>
    );
  if (evidence) return <>{evidence}</>;
  if (note) return <>{t('row.note', { note })}</>;
  return (
    <span className="kn-muted">{t(standing === 'OVERDUE' ? 'row.noAnswer' : standing === 'KEPT' ? 'row.noEvidence' : 'row.nothing')}</span>
  );
}
