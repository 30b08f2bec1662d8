import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { MailAnswer } from '@knotenpunkt/notices/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Checkbox,
  Column,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  Tag,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { ChangeWishFields, changeWishFault, changeWishFrom, sentWish } from './ChangeWishFields';
import { useAnswering, useAskingForMandate, useMailQuestion, type ShownMailQuestion } from './useMailQuestion';
import './notices.css';

/** `/antwort/:token`: one question, for whoever holds the link in the mail. Looking decides nothing. */
export function MailAnswerPage() {
  const t = useMessages('notices');
  const { token = '' } = useParams();
  const { question, error, refresh } = useMailQuestion(token);
  if (error && question === undefined) {
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={refresh} />
      </Page>
    );
  }
  if (question === undefined) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  if (question === null) {
    return (
      <Page narrow>
        <PageHeader title={t('question.unknownTitle')} />
        <EmptyState step={<LinkButton to="/">{t('question.unknownStep')}</LinkButton>}>{t('question.unknown')}</EmptyState>
      </Page>
    );
  }
  return <Question question={question} token={token} onChange={refresh} />;
}

/** The answer given; OFFER: "Ja, aber …" with something else than was asked for. */
type Said = MailAnswer | 'OFFER';

interface QuestionProps {
  question: ShownMailQuestion;
  token: string;
  onChange: () => void;
}

function Question({ question, token, onChange }: QuestionProps) {
  const t = useMessages('notices');
  const format = useFormat();
  const today = useToday();
  // Said in this visit; once it is final, the question itself says that it is answered.
  const [said, setSaid] = useState<Said | null>(null);
  const { actorName: actor, asker, title, lead, text, obligation, untilOn, remindOn, state, address } = question;
  return (
    <Page narrow>
      <PageHeader title={title} lead={lead} facts={<Tag>{t('question.title', { actor })}</Tag>} />
      <div role="status">
        {said ? (
          <Notice tone="kept">
            {said === 'LATER' && remindOn === null
              ? t('question.sentLATERNoReminder')
              : t(`question.sent${said}`, { actor, asker, date: remindOn ? format.date(remindOn) : '' })}
          </Notice>
        ) : null}
      </div>
      <Column>
        {state === 'OPEN' ? (
          <p className="notices-until">
            {t('question.until', { date: format.date(untilOn), relative: format.relative(untilOn, today) })} {t('question.nothingYet')}
          </p>
        ) : null}
        {state !== 'OPEN' && !said ? <Notice>{t(`question.states.${state}`)}</Notice> : null}
        {text ? (
          <Section title={t('question.what')}>
            <div className="kn-quoted">{text}</div>
          </Section>
        ) : null}
        <Section title={t('question.obligation')}>
          <p>{obligation}</p>
        </Section>
        {state === 'OPEN' ? <AnswerForm question={question} token={token} onSaid={setSaid} onChange={onChange} /> : null}
        <p>
          <Link to={address}>{t('question.more')}</Link>
        </p>
      </Column>
    </Page>
  );
}

function AnswerForm({ question, token, onSaid, onChange }: QuestionProps & { onSaid: (answer: Said) => void }) {
  const t = useMessages('notices');
  const { send, busy, fault } = useAnswering();
  const { actorName: actor, answers, mayAgree, contribution: offerable, reason: asked } = question;
  const language = useLanguage();
  const today = useToday();
  const form = useForm({
    room: 'notices',
    initial: { answer: null as MailAnswer | null, ...changeWishFrom(offerable, language), reason: '', reasonShared: false },
    check: (values) => [
      values.answer === null ? { code: 'ANSWER_MISSING', field: 'answer' } : null,
      values.answer === 'YES_BUT' ? changeWishFault(values, today) : null,
    ],
  });
  const { answer: chosen } = form.values;
  const needsMandate = !mayAgree && (chosen === 'YES' || chosen === 'YES_BUT');
  const submit = form.submit(async ({ answer, reason, reasonShared, ...wish }) => {
    const wished = answer === 'YES_BUT' ? sentWish(wish) : { change: null, offer: null };
    const why = answer === 'NO' && asked ? { reason, reasonShared } : {};
    const sent = await send({ input: { token, answer: answer!, ...wished, ...why } });
    if (sent.kind === 'refused') form.refuse(sent.refusal);
    if (sent.kind === 'done') onSaid(wished.offer ? 'OFFER' : answer!);
  });
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Fields>
          <ErrorSummary errors={form.errors} attempts={form.attempts} />
          {fault ? <ErrorNotice error={fault} /> : null}
          <RadioGroup<MailAnswer>
            label={t('question.answer', { actor })}
            {...form.field('answer')}
            choices={answers.map((value) => ({ value, label: t(`question.${value}`), hint: t(`question.${value}Hint`, { actor }) }))}
          />
          {chosen === 'YES_BUT' && !needsMandate ? <ChangeWishFields form={form} offerable={offerable !== null} /> : null}
          {chosen === 'NO' && asked ? (
            <>
              <TextArea label={asked.question} hint={asked.hint} rows={3} max={asked.longest} optional {...form.field('reason')} />
              {asked.share ? <Checkbox label={asked.share} {...form.field('reasonShared')} /> : null}
            </>
          ) : null}
          {needsMandate ? null : (
            <FormFoot>
              <Button kind="primary" type="submit" busy={busy}>
                {t('question.send')}
              </Button>
            </FormFoot>
          )}
        </Fields>
      </form>
      {needsMandate ? <AskForMandate question={question} token={token} onAsked={onChange} /> : null}
    </>
  );
}

/** For those who were written to and have no mandate: the way to one. */
function AskForMandate({ question, token, onAsked }: { question: ShownMailQuestion; token: string; onAsked: () => void }) {
  const t = useMessages('notices');
  const { send, busy, fault } = useAskingForMandate();
  const form = useForm({
    room: 'notices',
    initial: { name: '' },
    check: ({ name }) => [name.trim() === '' ? { code: 'TEXT_MISSING', field: 'name' } : null],
  });
  const submit = form.submit(async ({ name }) => {
    const sent = await send({ input: { token, name } });
    if (sent.kind === 'refused') form.refuse(sent.refusal);
    if (sent.kind === 'done') onAsked();
  });
  return (
    <Section title={t('question.mandate')} explanation={t('question.mandateText', { actor: question.actorName })}>
      <div role="status">{question.mandateAsked ? <Notice tone="kept">{t('question.mandateAsked')}</Notice> : null}</div>
      {question.mandateAsked ? null : (
        <form onSubmit={submit} noValidate>
          <Fields>
            <ErrorSummary errors={form.errors} attempts={form.attempts} />
            {fault ? <ErrorNotice error={fault} /> : null}
            <TextField label={t('question.mandateName')} autoComplete="name" {...form.field('name')} />
            <FormFoot>
              <Button type="submit" busy={busy}>
                {t('question.mandateSend')}
              </Button>
            </FormFoot>
          </Fields>
        </form>
      )}
    </Section>
  );
}
