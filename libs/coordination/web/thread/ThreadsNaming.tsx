import { useState } from 'react';
import { checkText } from '@knotenpunkt/kernel';
import { THREAD_LIMITS } from '@knotenpunkt/coordination/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useMutationAnswer, usePages, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  EmptyState,
  Entry,
  ErrorNotice,
  ErrorSummary,
  Fields,
  PagedEntries,
  Section,
  showToast,
  Tag,
  TextArea,
  TextButton,
  useForm,
} from '@knotenpunkt/webkit/ui';
import '../list/list.css';
import './threads.css';

const NAMING = graphql(`
  query ThreadsNaming($actorId: ID!, $first: Int!, $after: String) {
    threadsNaming(actorId: $actorId, first: $first, after: $after) {
      edges {
        node {
          id
          title
          note
          nextStep
          stepIsYours
          followUpOn
          state
          openedOn
          doneOn
          closing
          correction {
            text
            writtenOn
            notedOn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CORRECT = graphql(`
  mutation CorrectThread($input: CorrectThreadInput!) {
    correctThread(input: $input) {
      ... on NamingThread {
        id
        correction {
          text
          writtenOn
          notedOn
        }
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Naming = ResultOf<typeof NAMING>['threadsNaming']['edges'][number]['node'];

/** What the coordination has noted in threads that name an organisation, for those who decide for it; they can correct it. */
export function ThreadsNaming({ actorId }: { actorId: string }) {
  const t = useMessages('coordination');
  const pages = usePages(NAMING, 'threadsNaming', { actorId });
  useLiveChanges(['thread'], () => void pages.refresh());
  const [correcting, setCorrecting] = useState<Naming | null>(null);
  return (
    <Section title={t('threads.naming.title')} explanation={t('threads.naming.explanation')}>
      <PagedEntries pages={pages} label={t('threads.naming.title')} empty={<EmptyState>{t('threads.naming.none')}</EmptyState>}>
        {(thread) => <NamingEntry key={thread.id} thread={thread} onCorrect={() => setCorrecting(thread)} />}
      </PagedEntries>
      {correcting ? (
        <CorrectDialog
          actorId={actorId}
          thread={correcting}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null);
            void pages.refresh();
          }}
        />
      ) : null}
    </Section>
  );
}

function NamingEntry({ thread, onCorrect }: { thread: Naming; onCorrect: () => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const { title, note, nextStep, stepIsYours, followUpOn, state, openedOn, doneOn, closing, correction } = thread;
  const done = state === 'DONE';
  const step = done ? closing : nextStep;
  const days = [
    t('threads.naming.openedOn', { date: format.date(openedOn) }),
    !done && followUpOn ? t('threads.naming.followUpOn', { date: format.date(followUpOn) }) : null,
    done && doneOn ? t('threads.naming.doneOn', { date: format.date(doneOn) }) : null,
  ];
  return (
    <Entry
      title={title}
      beside={done ? <Tag>{t('threads.naming.done')}</Tag> : null}
      meta={days.filter(Boolean).join(' · ')}
      actions={<TextButton onClick={onCorrect}>{t(correction ? 'threads.naming.again' : 'threads.naming.correct')}</TextButton>}
    >
      {step
        ? t(done ? 'threads.naming.closing' : stepIsYours ? 'threads.naming.yourStep' : 'threads.naming.step', { step })
        : t('threads.naming.noStep')}
      {note ? <span className="list-note">{t('list.noteSays', { note })}</span> : null}
      {correction ? (
        <span className="kn-quoted threads-said">
          {t('threads.naming.said', { text: correction.text })}{' '}
          {correction.notedOn ? t('threads.naming.noted', { date: format.recent(correction.notedOn, today) }) : t('threads.naming.waits')}
        </span>
      ) : null}
    </Entry>
  );
}

interface CorrectDialogProps {
  actorId: string;
  thread: Naming;
  onClose: () => void;
  onDone: () => void;
}

function CorrectDialog({ actorId, thread, onClose, onDone }: CorrectDialogProps) {
  const t = useMessages('coordination');
  const { send, busy, fault } = useMutationAnswer(CORRECT);
  const form = useForm({
    room: 'coordination',
    initial: { text: thread.correction?.text ?? '' },
    check: ({ text }) => {
      const checked = checkText('text', text, { max: THREAD_LIMITS.correction });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ text }) => {
    const answer = await send({ input: { threadId: thread.id, actorId, text } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('threads.naming.sent') });
    onDone();
  });
  return (
    <Dialog
      open
      title={t('threads.naming.correctTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('threads.naming.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p className="kn-strong">{thread.title}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea
          label={t('threads.naming.text')}
          hint={t('threads.naming.textHint')}
          rows={4}
          max={THREAD_LIMITS.correction}
          {...form.field('text')}
        />
      </Fields>
    </Dialog>
  );
}
