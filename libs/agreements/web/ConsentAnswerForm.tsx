import { CONSENT_ANSWERS, type ConsentAnswer } from '@knotenpunkt/agreements/domain';
import { ChangeWishFields, changeWishFault, changeWishFrom, sentWish } from '@knotenpunkt/notices/web';
import type { Contribution } from '@knotenpunkt/themes/domain';
import { useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  Notice,
  RadioGroup,
  showToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { useState } from 'react';
import { readRound, type ConsentRoundFragment } from './ConsentRoundView';

export interface SaidAnswer {
  actorId: string;
  /** Of the text that was read. */
  version: number;
  answer: ConsentAnswer;
  change: string | null;
  /** With "Ja, aber …": what it would bring instead of what it is asked for. */
  offer: Contribution | null;
  reservedUntil: string | null;
}

export interface ConsentAnswerFormProps {
  round: ConsentRoundFragment;
  /** The organisation that answers. */
  actorId: string;
  /** What it is asked to bring, where it may offer something else. */
  offerable?: Contribution | null;
  /** The mutation of the room that asks. */
  onAnswer: (said: SaidAnswer) => Promise<Answer<unknown>>;
  /** The mutation that turns "unter Vorbehalt" into "Ja". */
  onConfirm: (actorId: string) => Promise<Answer<unknown>>;
}

/** One organisation's answer, or its confirmation. Nothing where it was not asked or nothing is open. */
export function ConsentAnswerForm({ round: fragment, actorId, offerable = null, onAnswer, onConfirm }: ConsentAnswerFormProps) {
  const t = useMessages('agreements');
  const today = useToday();
  const round = readRound(fragment);
  const party = round.parties.find((each) => each.actorId === actorId);
  if (!party || round.state !== 'OPEN') return null;
  if (party.answer === 'RESERVED' && party.reservedUntil && party.reservedUntil >= today) {
    return <Confirmation until={party.reservedUntil} onConfirm={() => onConfirm(actorId)} />;
  }
  if (round.deadlineOn < today) return <Notice tone="due">{t('refusals.DEADLINE_PASSED')}</Notice>;
  return (
    <AnswerFields
      key={`${round.version} ${party.answer ?? ''}`}
      roundId={round.id}
      name={party.actor?.name ?? ''}
      onDecline={round.onDecline}
      deadlineOn={round.deadlineOn}
      given={party.answer}
      offerable={offerable}
      onSend={(said) => onAnswer({ actorId, version: round.version, ...said })}
    />
  );
}

interface AnswerFieldsProps {
  roundId: string;
  name: string;
  onDecline: string;
  deadlineOn: string;
  given: ConsentAnswer | null;
  offerable: Contribution | null;
  onSend: (said: Omit<SaidAnswer, 'actorId' | 'version'>) => Promise<Answer<unknown>>;
}

function AnswerFields({ roundId, name, onDecline, deadlineOn, given, offerable, onSend }: AnswerFieldsProps) {
  const t = useMessages('agreements');
  const format = useFormat();
  const today = useToday();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm({
    room: 'agreements',
    initial: { answer: given as ConsentAnswer | null, reservedUntil: '', ...changeWishFrom(offerable, language) },
    check: (values) => [
      values.answer === null ? { code: 'ANSWER_MISSING', field: 'answer' } : null,
      values.answer === 'YES_BUT' ? changeWishFault(values, today) : null,
      values.answer === 'RESERVED' && values.reservedUntil < today ? { code: 'RESERVATION_DATE_INVALID', field: 'reservedUntil' } : null,
    ],
    draft: `consent.${roundId}`,
  });
  const submit = form.submit(async ({ answer, reservedUntil, ...wish }) => {
    setBusy(true);
    const sent = await onSend({
      answer: answer!,
      ...(answer === 'YES_BUT' ? sentWish(wish) : { change: null, offer: null }),
      reservedUntil: answer === 'RESERVED' ? reservedUntil : null,
    });
    setBusy(false);
    setFault(sent.kind === 'failed' ? sent.fault : null);
    if (sent.kind === 'refused') form.refuse(sent.refusal);
    if (sent.kind !== 'done') return;
    form.done();
    showToast({ text: t('answer.sent') });
  });
  const hint = (answer: ConsentAnswer) => t(answer === 'NO' ? `answer.NOHint_${onDecline}` : `answer.${answer}Hint`);
  return (
    <form onSubmit={submit} noValidate className="agreements-answer">
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <RadioGroup<ConsentAnswer>
          label={t('answer.legend', { actor: name })}
          hint={t('answer.hint', { date: format.date(deadlineOn) })}
          {...form.field('answer')}
          choices={CONSENT_ANSWERS.map((value) => ({ value, label: t(`answer.${value}`), hint: hint(value) }))}
        />
        {form.values.answer === 'YES_BUT' ? <ChangeWishFields form={form} offerable={offerable !== null} /> : null}
        {form.values.answer === 'RESERVED' ? (
          <DateField label={t('answer.reservedUntil')} hint={t('answer.reservedUntilHint')} min={today} {...form.field('reservedUntil')} />
        ) : null}
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {t('answer.send')}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}

function Confirmation({ until, onConfirm }: { until: string; onConfirm: () => Promise<Answer<unknown>> }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const sent = await onConfirm();
    setBusy(false);
    if (sent.kind === 'done') showToast({ text: t('answer.confirmed') });
  };
  return (
    <Notice tone="due">
      <p>{t('answer.confirmText', { date: format.date(until) })}</p>
      <Button kind="primary" busy={busy} onClick={() => void confirm()}>
        {t('answer.confirm')}
      </Button>
    </Notice>
  );
}
