import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useAnswerToast } from '@knotenpunkt/webkit/ui';

/** Says what became of an act, and reads the page again. `done` is a message of the room. */
export function useTold(onChange: () => void): (answer: Answer<unknown>, done: string) => void {
  const t = useMessages('initiatives');
  const tell = useAnswerToast('initiatives');
  return (answer, done) => {
    tell(answer, t(done));
    onChange();
  };
}
