import { useState, type ReactNode } from 'react';
import { REGISTRATION_LIMITS, VERIFICATION_WAYS, type VerificationWay } from '@knotenpunkt/actors/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  RadioGroup,
  showToast,
  StaleNotice,
  TextArea,
  useForm,
  type FieldError,
} from '@knotenpunkt/webkit/ui';
import type { ShownRegistration } from './useRegistrations';

const VERIFY = graphql(`
  mutation VerifyRegistration($input: VerifyRegistrationInput!) {
    verifyRegistration(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const ASK = graphql(`
  mutation AskAboutRegistration($input: AskAboutRegistrationInput!) {
    askAboutRegistration(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REFUSE = graphql(`
  mutation RefuseRegistration($input: RefuseRegistrationInput!) {
    refuseRegistration(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface DecideProps {
  one: ShownRegistration;
  onClose: () => void;
}

interface FrameProps {
  title: string;
  send: string;
  busy: boolean;
  fault: unknown;
  stale: boolean;
  form: { errors: FieldError[]; attempts: number };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What the three dialogs have around their fields. */
function Frame({ title, send, busy, fault, stale, form, onSubmit, onClose, children }: FrameProps) {
  return (
    <Dialog open title={title} onClose={onClose} onSubmit={onSubmit} foot={<DialogFoot send={send} busy={busy} onClose={onClose} />}>
      <Fields>
        {stale ? <StaleNotice onLoad={onClose} /> : null}
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {children}
      </Fields>
    </Dialog>
  );
}

const textCheck = (field: string, text: string, max: number) => {
  const checked = checkText(field, text, { max });
  return [checked.ok ? null : checked.refusal];
};

/** Notes how it was verified; the person administers the organisation then. */
export function VerifyDialog({ one, onClose }: DecideProps) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(VERIFY);
  const [stale, setStale] = useState(false);
  const { id, version: expectedVersion, personName: person, name, mailFits } = one;
  const form = useForm({
    room: 'actors',
    initial: { way: (mailFits ? 'MAIL_DOMAIN' : 'CALL') as VerificationWay, note: '' },
    check: ({ way, note }) => (way === 'MAIL_DOMAIN' ? [] : textCheck('note', note, REGISTRATION_LIMITS.note)),
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id, expectedVersion, ...values } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'stale') setStale(true);
    if (answer.kind !== 'done') return;
    showToast({ text: t('registration.verified', { person, name }) });
    onClose();
  });
  return (
    <Frame
      title={t('registration.verifyOf', { person, name })}
      send={t('registration.verify')}
      {...{ busy, fault, stale, form, onClose }}
      onSubmit={() => submit()}
    >
      <p>{t('registration.verifyLead', { person, name })}</p>
      <RadioGroup
        label={t('registration.way')}
        choices={VERIFICATION_WAYS.map((way) => ({
          value: way,
          label: t(`registration.ways.${way}`),
          disabled: way === 'MAIL_DOMAIN' && !mailFits,
        }))}
        {...form.field('way')}
      />
      <TextArea
        label={t('registration.note')}
        hint={t('registration.noteHint')}
        optional={form.values.way === 'MAIL_DOMAIN'}
        max={REGISTRATION_LIMITS.note}
        {...form.field('note')}
      />
    </Frame>
  );
}

/** Asks the person back by mail. */
export function AskBackDialog({ one, onClose }: DecideProps) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(ASK);
  const [stale, setStale] = useState(false);
  const { id, version: expectedVersion, personName: person, name } = one;
  const form = useForm({
    room: 'actors',
    initial: { question: '' },
    check: ({ question }) => textCheck('question', question, REGISTRATION_LIMITS.question),
  });
  const submit = form.submit(async ({ question }) => {
    const answer = await send({ input: { id, expectedVersion, question } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'stale') setStale(true);
    if (answer.kind !== 'done') return;
    showToast({ text: t('registration.askedBack', { person }) });
    onClose();
  });
  return (
    <Frame
      title={t('registration.askBackOf', { person, name })}
      send={t('registration.askBack')}
      {...{ busy, fault, stale, form, onClose }}
      onSubmit={() => submit()}
    >
      <TextArea label={t('registration.askBackText')} max={REGISTRATION_LIMITS.question} {...form.field('question')} />
    </Frame>
  );
}

/** Refuses with a reason the person reads. */
export function RefuseDialog({ one, onClose }: DecideProps) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(REFUSE);
  const [stale, setStale] = useState(false);
  const { id, version: expectedVersion, personName: person, name } = one;
  const form = useForm({
    room: 'actors',
    initial: { reason: '' },
    check: ({ reason }) => textCheck('reason', reason, REGISTRATION_LIMITS.reason),
  });
  const submit = form.submit(async ({ reason }) => {
    const answer = await send({ input: { id, expectedVersion, reason } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'stale') setStale(true);
    if (answer.kind !== 'done') return;
    showToast({ text: t('registration.refused', { person }) });
    onClose();
  });
  return (
    <Frame
      title={t('registration.refuseOf', { person, name })}
      send={t('registration.refuse')}
      {...{ busy, fault, stale, form, onClose }}
      onSubmit={() => submit()}
    >
      <TextArea
        label={t('registration.refuseText')}
        hint={t('registration.refuseHint')}
        max={REGISTRATION_LIMITS.reason}
        {...form.field('reason')}
      />
    </Frame>
  );
}
