import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages, type Say } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, Loading, PageHeader, Section, Segments } from '@knotenpunkt/webkit/ui';
import { OpenThreadButton } from './OpenThreadButton';
import { ThreadCorrections } from './ThreadCorrections';
import { ThreadsDone } from './ThreadsDone';
import { ThreadTable } from './ThreadTable';
import { useThreadsToday } from './useThreads';
import './threads.css';

const MINE = 'meine';

/** The desk of the coordination: what waits today, the most urgent first, and what was done last. `actions`: of other parts. */
export function ThreadsToday({ actions }: { actions?: ReactNode }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const day = useToday();
  const [address, setAddress] = useSearchParams();
  const mine = address.get('faeden') === MINE;
  const { today, error, refresh } = useThreadsToday(mine);
  const choose = (which: 'ALL' | 'MINE') =>
    setAddress(
      (before) => {
        if (which === 'MINE') before.set('faeden', MINE);
        else before.delete('faeden');
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const resting = today ? <Resting resting={today.resting} mine={mine} /> : null;
  return (
    <>
      <div className="threads-head">
        <PageHeader
          title={t('desk.title')}
          explanation={[format.weekday(day), today ? waitingWords(t, today) : ''].filter(Boolean).join('. ')}
          actions={
            <>
              {actions}
              <OpenThreadButton main onDone={refresh} />
            </>
          }
        />
      </div>
      {error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {!today && !error ? <Loading /> : null}
      {today ? (
        <div className="threads-desk">
          <Segments
            label={t('threads.desk.whose')}
            value={mine ? 'MINE' : 'ALL'}
            onChange={choose}
            options={[
              { value: 'ALL', label: t('threads.desk.all') },
              { value: 'MINE', label: t('threads.desk.mine') },
            ]}
          />
          {today.threads.length > 0 ? (
            <ThreadTable threads={today.threads} label={t('threads.desk.label')} numbered keys foot={resting} onChange={refresh} />
          ) : (
            <>
              <EmptyState step={<OpenThreadButton onDone={refresh} />}>
                {t(mine ? 'threads.desk.noneMine' : 'threads.desk.none')}
              </EmptyState>
              {resting}
            </>
          )}
          {today.corrected.length > 0 ? (
            <Section title={t('threads.corrections.title')} explanation={t('threads.corrections.explanation')}>
              {today.corrected.map((thread) => (
                <ThreadCorrections key={thread.id} thread={thread} named onChange={refresh} />
              ))}
            </Section>
          ) : null}
          <ThreadsDone threads={today.done} onChange={refresh} />
        </div>
      ) : null}
    </>
  );
}

/** The way to the threads that do not stand here, and to those that are done. */
function Resting({ resting, mine }: { resting: number; mine: boolean }) {
  const t = useMessages('coordination');
  const of = mine ? '&meine=1' : '';
  return (
    <p className="threads-ways">
      {resting > 0 ? (
        <Link to={`/koordination/faeden?stand=ruhend${of}`}>{t('threads.desk.resting', { count: resting })}</Link>
      ) : (
        <Link to={`/koordination/faeden?stand=offen${of}`}>{t('threads.desk.allOpen')}</Link>
      )}
    </p>
  );
}

/** "Sieben Fäden warten, 33 ruhen." */
function waitingWords(t: Say, { threads, due, resting }: { threads: readonly unknown[]; due: number; resting: number }): string {
  const count = threads.length;
  const waiting = count === 0 ? t('threads.desk.waitingNone') : t('threads.desk.waiting', { count, words: t(`threads.numbers.${count}`) });
  const more = due > count ? t('threads.desk.due', { count: due }) : '';
  return `${[waiting, more, resting > 0 ? t('threads.desk.rest', { count: resting }) : ''].filter(Boolean).join(', ')}.`;
}
