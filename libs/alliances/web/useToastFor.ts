import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast, useRefusals } from '@knotenpunkt/webkit/ui';

/** Says what became of an act that has no form of its own. */
export function useToastFor(): (answer: Answer<unknown>, done: string) => void {
  const t = useMessages('alliances');
  const sentence = useRefusals('alliances');
  return (answer, done) => {
    if (answer.kind === 'done') showToast({ text: done });
    else if (answer.kind === 'refused') showToast({ text: sentence(answer.refusal) });
    else showToast({ text: answer.kind === 'stale' ? t('page.stale') : t(`webkit:faults.${answer.fault.kind}`) });
  };
}
