import { useState } from 'react';
import { SUCCESSION_LIMITS } from '@knotenpunkt/imports/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, Fields, showToast, TextArea } from '@knotenpunkt/webkit/ui';
import { useAnswerSentence } from '../useAnswerSentence';
import { useForgettingSuccession, useSuccessionActs, type ShownSuccession } from './useSuccessions';

const ACTS = ['agree', 'confirm', 'decline', 'undo'] as const;
type Act = (typeof ACTS)[number];

const ACTION_OF = {
  agree: 'agreeToSuccession',
  confirm: 'confirmSuccession',
  decline: 'declineSuccession',
  undo: 'undoSuccession',
} as const satisfies Record<Act, string>;

/** What the reader may do with a merger, each act with a sentence on what follows. */
export function SuccessionActs({ succession, onDone }: { succession: ShownSuccession; onDone: () => void }) {
  const t = useMessages('imports');
  const [asked, setAsked] = useState<Act | null>(null);
  const acts = ACTS.filter((act) => succession.availableActions.includes(ACTION_OF[act]));
  return acts.length === 0 ? null : (
    <div className="succession-acts">
      {acts.map((act) => (
        <Button
          key={act}
          kind={act === acts[0] && act !== 'undo' && act !== 'decline' ? 'primary' : 'secondary'}
          onClick={() => setAsked(act)}
        >
          {t(`succession.acts.${act}`)}
        </Button>
      ))}
      {asked ? <ActDialog key={asked} act={asked} succession={succession} onClose={() => setAsked(null)} onDone={onDone} /> : null}
    </div>
  );
}

interface ActDialogProps {
  act: Act;
  succession: ShownSuccession;
  onClose: () => void;
  onDone: () => void;
}

function ActDialog({ act, succession, onClose, onDone }: ActDialogProps) {
  const t = useMessages('imports');
  const acts = useSuccessionActs();
  const forget = useForgettingSuccession();
  const { said, hear } = useAnswerSentence();
  const [text, setText] = useState('');
  const names = { predecessor: succession.predecessorName, successor: succession.successorName };
  const seen = { id: succession.id, expectedVersion: succession.version };
  const send = async () => {
    const answer =
      act === 'confirm'
        ? await acts.confirm.send({ input: { ...seen, ground: text } })
        : act === 'decline'
          ? await acts.decline.send({ input: { ...seen, reason: text } })
          : await acts[act].send({ input: seen });
    hear(answer);
    if (answer.kind !== 'done') return;
    showToast({ text: t(`succession.done.${act}`) });
    onClose();
    forget(succession);
    onDone();
  };
  const missing = succession.predecessorAgreedOn === null || succession.successorAgreedOn === null;
  return (
    <Dialog
      open
      title={t(`succession.acts.${act}`)}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onClick={onClose}>{t('webkit:actions.cancel')}</Button>
          <Button kind={act === 'undo' || act === 'decline' ? 'danger' : 'primary'} type="submit" busy={acts[act].busy}>
            {t(`succession.acts.${act}`)}
          </Button>
        </>
      }
    >
      <p>{t(`succession.asks.${act}`, names)}</p>
      {act === 'confirm' || act === 'decline' ? (
        <Fields>
          <TextArea
            id={`succession-${act}`}
            name={act}
            label={t(`succession.texts.${act}`)}
            hint={act === 'confirm' && missing ? t('succession.groundNeeded') : t('succession.bothRead')}
            max={SUCCESSION_LIMITS.ground}
            optional={act === 'confirm' && !missing}
            value={text}
            onChange={setText}
          />
        </Fields>
      ) : null}
      {said}
    </Dialog>
  );
}
