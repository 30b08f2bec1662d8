import { Link } from 'react-router';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section, StateMark, TextButton } from '@knotenpunkt/webkit/ui';
import type { ShownThread } from './thread-parts';
import { useThreadActs } from './useThreadActs';

/** "Zuletzt erledigt": what came of the last ones, and the way back. Nothing where nothing was done yet. */
export function ThreadsDone({ threads, onChange }: { threads: readonly ShownThread[]; onChange: () => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const acts = useThreadActs(onChange);
  if (threads.length === 0) return null;
  return (
    <Section
      title={t('threads.done.title')}

      beside={<Link to="/koordination/faeden?stand=erledigt">{t('threads.done.all')}</Link>}
    >
      <ul className="threads-done" aria-label={t('threads.done.title')}>
        {threads.map((thread) => (
          <li key={thread.id}>
            <StateMark state="kept" />
            <span title={thread.title}>{thread.closing}</span>
            <TextButton aria-label={t('threads.done.reopenThis', { title: thread.title })} onClick={() => acts.reopen(thread)}>
              {t('threads.done.reopen')}
            </TextButton>
            <span className="threads-done__day">{thread.doneOn ? format.recent(thread.doneOn, today) : null}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
