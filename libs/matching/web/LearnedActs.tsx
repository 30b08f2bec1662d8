import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, DialogFoot, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useDiscard, useLearn, type ShownLearned } from './useLearned';

/** "Neu lernen" and "Gelerntes verwerfen"; each where it can be done. */
export function LearnedActs({ learned, onChange }: { learned: ShownLearned; onChange: () => void }) {
  const t = useMessages('matching');
  const say = useAnswerToast('matching');
  const learn = useLearn();
  const [asking, setAsking] = useState(false);
  const { outcomes, came, not } = learned.missing;
  return (
    <>
      {learned.state === 'LEARNED' ? <Button onClick={() => setAsking(true)}>{t('learned.acts.discard')}</Button> : null}
      {outcomes + came + not === 0 ? (
        <Button kind="primary" busy={learn.busy} onClick={() => void learn.send({}).then((answer) => say(answer, t('learned.acts.asked')))}>
          {t('learned.acts.learn')}
        </Button>
      ) : null}
      {asking ? <DiscardDialog version={learned.version} onClose={() => setAsking(false)} onChange={onChange} /> : null}
    </>
  );
}

function DiscardDialog({ version, onClose, onChange }: { version: number; onClose: () => void; onChange: () => void }) {
  const t = useMessages('matching');
  const say = useAnswerToast('matching');
  const { send, busy } = useDiscard();
  const submit = async () => {
    say(await send({ input: { expectedVersion: version } }), t('learned.acts.discarded'));
    onChange();
    onClose();
  };
  return (
    <Dialog
      open
      title={t('learned.acts.discardTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={<DialogFoot send={t('learned.acts.discard')} busy={busy} onClose={onClose} />}
    >
      <p>{t('learned.acts.discardText')}</p>
    </Dialog>
  );
}
