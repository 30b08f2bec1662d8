import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { askForContact } from '@knotenpunkt/coordination/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  TextArea,
  TextField,
  useForm,
  type ButtonKind,
} from '@knotenpunkt/webkit/ui';

const REQUEST_CONTACT = graphql(`
  mutation RequestContact($input: RequestContactInput!) {
    requestContact(input: $input) {
      ... on ContactAsked {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export interface ContactButtonProps {
  actorId: string;
  actorName: string;
  /** The viewer's organisation that asks, where that is known. */
  fromActorId?: string;
  /** What the visitor has already written elsewhere; it stands in the message. */
  message?: string;
  kind?: ButtonKind;
  small?: boolean;
  block?: boolean;
}

/** "Kontakt anbahnen": asks for name, mail and organisation only, no account needed. */
export function ContactButton({ actorId, actorName, fromActorId, message, ...looks }: ContactButtonProps) {
  const t = useMessages('coordination');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...looks} onClick={() => setOpen(true)}>
        {t('contact.ask')}
      </Button>
      {open ? (
        <ContactDialog
          actorId={actorId}
          actorName={actorName}
          fromActorId={fromActorId ?? null}
          message={message ?? ''}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function ContactDialog({
  actorId,
  actorName,
  fromActorId,
  message,
  onClose,
}: {
  actorId: string;
  actorName: string;
  fromActorId: string | null;
  message: string;
  onClose: () => void;
}) {
  const t = useMessages('coordination');
  const webkit = useMessages('webkit');
  const [id] = useState(() => newId());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useMutationAnswer(REQUEST_CONTACT);
  const form = useForm({
    room: 'coordination',
    initial: { name: '', email: '', organisation: '', message },
    check: (values) => {
      const checked = askForContact({ ...values, toActorId: actorId }, 0);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const send = form.submit(async (values) => {
    const answer = await request.send({ input: { id, toActorId: actorId, fromActorId, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    else if (answer.kind === 'done') setSentTo(values.email);
  });

  if (sentTo !== null) {
    return (
      <Dialog
        open
        title={t('contact.sentTitle')}
        onClose={onClose}
        foot={
          <Button kind="primary" onClick={onClose}>
            {webkit('actions.close')}
          </Button>
        }
      >
        <div role="status">
          <Notice tone="kept">{t('contact.sent', { actor: actorName, email: sentTo })}</Notice>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={t('contact.title', { actor: actorName })}
      onClose={onClose}
      onSubmit={() => send()}
      foot={
        <Button kind="primary" type="submit" busy={request.busy}>
          {t('contact.send')}
        </Button>
      }
    >
      <Fields>
        <p>{t('contact.lead', { actor: actorName })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {request.fault ? <ErrorNotice error={request.fault} /> : null}
        <TextField label={t('contact.name')} autoComplete="name" {...form.field('name')} />
        <TextField label={t('contact.email')} type="email" autoComplete="email" {...form.field('email')} />
        <TextField label={t('contact.organisation')} autoComplete="organization" {...form.field('organisation')} />
        <TextArea label={t('contact.message')} hint={t('contact.messageHint')} rows={3} max={1_000} optional {...form.field('message')} />
      </Fields>
    </Dialog>
  );
}
