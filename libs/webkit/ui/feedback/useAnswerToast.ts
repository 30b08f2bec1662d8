import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useRefusals } from '../form/refusals';
import { showToast } from '../overlay/Toasts';

/**
 * Says what became of an act that has no form of its own: `done` when it was carried out, else the room's refusal, that
 * somebody was faster, or the fault.
 */
export function useAnswerToast(room: string): (answer: Answer<unknown>, done: string) => void {
  const t = useMessages('webkit');
  const sentence = useRefusals(room);
  return (answer, done) => {
    if (answer.kind === 'done') showToast({ text: done });
    else if (answer.kind === 'refused') showToast({ text: sentence(answer.refusal) });
    else showToast({ text: answer.kind === 'stale' ? t('stale.moved') : t(`faults.${answer.fault.kind}`) });
  };
}
