import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, FactLine, Section, TextButton, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import { useOwnMembers, type ShownTask, type ShownWork } from '../useAllianceWork';
import { OfferTaskDialog, TakeTaskDialog } from './TaskDialogs';

const TAKE = graphql(`
  mutation TakeAllianceTask($input: TakeAllianceTaskInput!) {
    takeAllianceTask(input: $input) {
      ... on Commitment {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const DROP = graphql(`
  mutation DropAllianceTask($input: AllianceStatementVersionInput!) {
    dropAllianceTask(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface AllianceTasksProps {
  alliance: ShownAlliance;
  work: ShownWork;
  onChange: () => void;
}

/** What nobody has taken on yet; one click makes it a Zusage. For members and the coordination. */
export function AllianceTasks({ alliance, work, onChange }: AllianceTasksProps) {
  const t = useMessages('alliances');
  const [open, setOpen] = useState(false);
  const may = work.availableActions.includes('offerAllianceTask');
  if (work.tasks.length === 0 && !may) return null;
  return (
    <Section
      title={t('tasks.title')}
      explanation={t('tasks.explanation')}
      beside={may ? <TextButton onClick={() => setOpen(true)}>{t('tasks.offer')}</TextButton> : null}
    >
      {work.tasks.length === 0 ? <EmptyState>{t('tasks.empty')}</EmptyState> : null}
      <EntryList label={t('tasks.title')}>
        {work.tasks.map((task) => (
          <TaskEntry key={task.id} alliance={alliance} task={task} work={work} may={may} onChange={onChange} />
        ))}
      </EntryList>
      {open ? <OfferTaskDialog alliance={alliance} work={work} onClose={() => setOpen(false)} onDone={onChange} /> : null}
    </Section>
  );
}

function TaskEntry({ alliance, task, work, may, onChange }: AllianceTasksProps & { task: ShownTask; may: boolean }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const tell = useAnswerToast('alliances');
  const own = useOwnMembers(alliance);
  const [taking, dropping] = [useMutationAnswer(TAKE), useMutationAnswer(DROP)];
  const [choosing, choose] = useState(false);
  const minutes = work.statements.find(({ id }) => id === task.minutesId);
  const about = { id: task.id, allianceId: alliance.id, expectedVersion: task.version };
  const late = task.dueOn < today;
  const take = async (actorId: string) => {
    tell(await taking.send({ input: { ...about, actorId, dueOn: task.dueOn } }), t('tasks.taken'));
    onChange();
  };
  const drop = async () => {
    tell(await dropping.send({ input: about }), t('tasks.dropped'));
    onChange();
  };
  const named = { 'aria-label': t('tasks.takeOne', { text: task.text }) };
  return (
    <Entry
      title={task.text}
      meta={
        <FactLine
          parts={[
            t('page.until', { date: format.date(task.dueOn) }),
            task.enteredBy ? t(task.givenBack ? 'tasks.givenBack' : 'tasks.enteredBy', { name: task.enteredBy.name }) : null,
            minutes ? t('work.fromMinutes', { date: format.date(minutes.on) }) : null,
          ]}
        />
      }
      actions={
        may ? (
          <>
            <TextButton {...named} onClick={() => (own.length === 1 && !late ? void take(own[0]!.id) : choose(true))}>
              {t('tasks.take')}
            </TextButton>
            <TextButton aria-label={t('tasks.dropOne', { text: task.text })} onClick={() => void drop()}>
              {t('tasks.drop')}
            </TextButton>
          </>
        ) : null
      }
    >
      {choosing ? (
        <TakeTaskDialog
          own={own}
          task={task}
          send={({ actorId, dueOn }) => taking.send({ input: { ...about, actorId, dueOn } })}
          onClose={() => choose(false)}
          onDone={onChange}
        />
      ) : null}
    </Entry>
  );
}
