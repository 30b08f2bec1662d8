import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, DialogFoot, ErrorSummary, Fields, TextField, useAnswerToast, useForm } from '@knotenpunkt/webkit/ui';
import { restartAt } from '../session';

const CHANGE_NAME = graphql(`
  mutation ChangeOwnName($input: ChangeOwnNameInput!) {
    changeOwnName(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Sets one's own name right, wherever it stands. */
export function ChangeName({ name }: { name: string }) {
  const t = useMessages('identity');
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Button onClick={() => setChanging(true)}>{t('ownData.changeName')}</Button>
      {changing ? <ChangeNameDialog name={name} onClose={() => setChanging(false)} /> : null}
    </>
  );
}

function ChangeNameDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useMessages('identity');
  const tell = useAnswerToast('identity');
  const change = useMutationAnswer(CHANGE_NAME);
  const form = useForm({ room: 'identity', initial: { name } });
  const submit = form.submit(async (input) => {
    const answer = await change.send({ input });
    // The name stands in the header as well, and in whatever was read before.
    if (answer.kind === 'done') restartAt('/konto/daten');
    else if (answer.kind === 'refused') form.refuse(answer.refusal);
    else tell(answer, '');
  });
  return (
    <Dialog
      open
      title={t('ownData.changeName')}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('ownData.saveName')} busy={change.busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <TextField label={t('ownData.name')} hint={t('ownData.nameHint')} autoComplete="name" {...form.field('name')} />
      </Fields>
    </Dialog>
  );
}
