import { useState } from 'react';
import { LONGEST_OBJECTION } from '@knotenpunkt/agreements/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { TextArea, TextButton, useAnswerToast, useForm } from '@knotenpunkt/webkit/ui';
import { ActDialog } from './ActDialog';
import type { ShownOutside } from './outside-parts';

const CONFIRM = graphql(`
  mutation ConfirmOutsidePromise($input: OutsidePromiseInput!) {
    confirmOutsidePromise(input: $input) {
      ... on OutsidePromise {
        ...OutsidePromiseParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const OBJECT = graphql(`
  mutation ObjectToOutsidePromise($input: ObjectToOutsidePromiseInput!) {
    objectToOutsidePromise(input: $input) {
      ... on OutsidePromise {
        ...OutsidePromiseParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const REMIND = graphql(`
  mutation RemindOfOutsidePromise($input: OutsidePromiseInput!) {
    remindOfOutsidePromise(input: $input) {
      ... on OutsidePromise {
        ...OutsidePromiseParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawOutsidePromise($input: OutsidePromiseInput!) {
    withdrawOutsidePromise(input: $input) {
      ... on OutsidePromise {
        ...OutsidePromiseParts
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface ActsProps {
  promise: ShownOutside;
  onChange: () => void;
}

type Asked = Exclude<ShownOutside['availableActions'][number], 'remind'>;

/** What may be done with it: confirmed and objected to by the organisation, followed up and taken back by the coordination. */
export function OutsideActs({ promise, onChange }: ActsProps) {
  const t = useMessages('agreements');
  const [chosen, choose] = useState<Asked | null>(null);
  return (
    <>
      {promise.availableActions.map((act) =>
        act === 'remind' ? (
          <FollowUp key={act} promise={promise} onChange={onChange} />
        ) : (
          <TextButton key={act} onClick={() => choose(act)}>
            {t(`outside.acts.${act}`)}
          </TextButton>
        ),
      )}
      {chosen ? <AskedAct act={chosen} promise={promise} onClose={() => choose(null)} onChange={onChange} /> : null}
    </>
  );
}

/** "Nachfassen": the one reminder, now. */
function FollowUp({ promise: { id, version, actor }, onChange }: ActsProps) {
  const t = useMessages('agreements');
  const { send, busy } = useMutationAnswer(REMIND);
  const tell = useAnswerToast('agreements');
  const name = actor?.name ?? '';
  const remind = async () => {
    tell(await send({ input: { id, expectedVersion: version } }), t('outside.acts.remindDone', { actor: name }));
    onChange();
  };
  return (
    <TextButton aria-label={t('outside.acts.remindLabel', { actor: name })} aria-disabled={busy || undefined} onClick={() => void remind()}>
      {t('outside.acts.remind')}
    </TextButton>
  );
}

function useSend(act: Asked, { id, version }: ShownOutside) {
  const [confirm, object, withdraw] = [useMutationAnswer(CONFIRM), useMutationAnswer(OBJECT), useMutationAnswer(WITHDRAW)];
  const asked = { id, expectedVersion: version };
  const send = (objection: string): Promise<Answer<unknown>> => {
    if (act === 'object') return object.send({ input: { ...asked, objection } });
    return (act === 'confirm' ? confirm : withdraw).send({ input: asked });
  };
  return { send, busy: confirm.busy || object.busy || withdraw.busy };
}

function AskedAct({ act, promise, onClose, onChange }: ActsProps & { act: Asked; onClose: () => void }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const { send, busy } = useSend(act, promise);
  const form = useForm({ room: 'agreements', initial: { objection: '' } });
  const values = { text: promise.text, actor: promise.actor?.name ?? '', date: format.date(promise.dueOn) };
  return (
    <ActDialog
      title={t(`outside.acts.${act}Title`)}
      text={t(`outside.acts.${act}Text`, values)}
      act={t(`outside.acts.${act}Send`)}
      done={t(`outside.acts.${act}Done`)}
      form={form}
      send={({ objection }) => send(objection)}
      busy={busy}
      onChange={onChange}
      onClose={onClose}
    >
      {act === 'object' ? (
        <TextArea
          label={t('outside.acts.objection')}
          hint={t('outside.acts.objectionHint')}
          rows={3}
          max={LONGEST_OBJECTION}
          optional
          {...form.field('objection')}
        />
      ) : null}
    </ActDialog>
  );
}
