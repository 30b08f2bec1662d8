import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Column,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
  useRefusals,
} from '@knotenpunkt/webkit/ui';
import { useConfirmation, type ShownConfirmation } from './useConfirmation';
import '../actors.css';
import './confirmation.css';

/** `/stimmt-noch/:token`: what stands there, and one button for the answer of the link. Looking decides nothing. */
export function ConfirmationPage() {
  const t = useMessages('actors');
  const { token = '' } = useParams();
  const confirmation = useConfirmation(token);
  const { question, error, refresh } = confirmation;
  if (error && question === undefined)
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      </Page>
    );
  if (question === undefined)
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  if (question === null)
    return (
      <Page narrow>
        <PageHeader title={t('confirmation.unknownTitle')} />
        <EmptyState step={<LinkButton to="/akteure">{t('confirmation.unknownStep')}</LinkButton>}>{t('confirmation.unknown')}</EmptyState>
      </Page>
    );
  return <Question question={question} token={token} confirmation={confirmation} />;
}

interface QuestionProps {
  question: ShownConfirmation;
  token: string;
  confirmation: ReturnType<typeof useConfirmation>;
}

function Question({ question, token, confirmation }: QuestionProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const sentence = useRefusals('actors');
  const [said, say] = useState<string | null>(null);
  const { actorName: actor, answer, state, untilOn, version } = question;
  const act = async (by: typeof confirmation.answer | typeof confirmation.undo, done: string) => {
    const sent = await by.send({ input: { token, expectedVersion: version } });
    say(
      sent.kind === 'done'
        ? done
        : sent.kind === 'stale'
          ? t('confirmation.stale')
          : sent.kind === 'refused'
            ? sentence(sent.refusal)
            : null,
    );
    if (sent.kind !== 'failed') await confirmation.refresh();
  };
  const { fault } = confirmation.answer;
  const decide = answer === 'CHANGE' ? null : () => void act(confirmation.answer, t(`confirmation.answers.${answer}.done`, { actor }));
  return (
    <Page narrow>
      <PageHeader title={t('confirmation.title')} lead={t('confirmation.of', { actor })} />
      <Column>
        <p className="actors-quiet">{t('confirmation.greeting', { name: question.personName, date: format.date(untilOn) })}</p>
        <div role="status">{said ? <Notice tone="kept">{said}</Notice> : null}</div>
        {fault ? <ErrorNotice error={fault} /> : null}
        {state === 'OPEN' ? (
          <>
            <What question={question} />
            <div className="actors-answer">
              <p>{t(`confirmation.answers.${answer}.lead`, { actor })}</p>
              {decide ? (
                <Button kind={answer === 'ARCHIVE' ? 'danger' : 'primary'} busy={confirmation.answer.busy} onClick={decide}>
                  {t(`confirmation.answers.${answer}.act`)}
                </Button>
              ) : (
                <ToTheForm slug={question.slug}>{t('confirmation.answers.CHANGE.act')}</ToTheForm>
              )}
              <p className="actors-quiet">{t('confirmation.other')}</p>
            </div>
          </>
        ) : (
          <Answered question={question} said={said !== null}>
            <Button busy={confirmation.undo.busy} onClick={() => void act(confirmation.undo, t('confirmation.undone', { actor }))}>
              {t('confirmation.undo')}
            </Button>
          </Answered>
        )}
      </Column>
    </Page>
  );
}

/** The Steckbrief in one line, and the offers and needs that are asked about. */
function What({ question }: { question: ShownConfirmation }) {
  const t = useMessages('actors');
  const format = useFormat();
  const since = (confirmedOn: string | null | undefined) =>
    confirmedOn ? t('confirmation.since', { date: format.date(confirmedOn) }) : t('confirmation.never');
  return (
    <Section
      title={t('confirmation.profile')}
      beside={<Link to={`/akteure/${question.slug}`}>{t('confirmation.show')}</Link>}
      explanation={since(question.confirmedOn)}
    >
      <p>{question.summary}</p>
      <EntryList label={t('confirmation.of', { actor: question.actorName })}>
        {question.entries.map(({ id, direction, title, confirmedOn }) => (
          <Entry key={id} over={t(`confirmation.entry.${direction}`)} title={title} meta={since(confirmedOn)} />
        ))}
      </EntryList>
    </Section>
  );
}

function ToTheForm({ slug, children }: { slug: string; children: ReactNode }) {
  const form = `/akteure/${slug}/bearbeiten`;
  return (
    <LinkButton kind="primary" to={`/anmelden?zurueck=${encodeURIComponent(form)}`}>
      {children}
    </LinkButton>
  );
}

/** What became of it; the way back where it was taken out of the directory. */
function Answered({ question, said, children }: { question: ShownConfirmation; said: boolean; children: ReactNode }) {
  const t = useMessages('actors');
  const format = useFormat();
  const { state, actorName: actor, slug, untilOn } = question;
  return (
    <>
      {said && state === 'CONFIRMED' ? null : <Notice>{t(`confirmation.states.${state}`, { actor, date: format.date(untilOn) })}</Notice>}
      {state === 'ARCHIVED' ? <div>{children}</div> : null}
      {state === 'CONFIRMED' ? (
        <p>
          <Link to={`/akteure/${slug}`}>{t('confirmation.show')}</Link>
        </p>
      ) : null}
    </>
  );
}
