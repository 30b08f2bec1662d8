import { daysBetween } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark, StateMark } from '@knotenpunkt/webkit/ui';
import type { ShownThread } from './thread-parts';
import { useSubjectLine } from './thread-words';

/** Wiedervorlage: "heute", "seit 12 Tagen", a day, or that there is none; of a thread that is done the day it was. */
export function FollowUp({ thread: { followUpOn, nextStep, attendedOn, doneOn } }: { thread: ShownThread }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  if (doneOn) return <StateMark state="kept">{format.dayMonth(doneOn, today)}</StateMark>;
  if (followUpOn === null || followUpOn === undefined) {
    const days = daysBetween(attendedOn, today);
    return (
      <span className="kn-muted">{nextStep === '' && days > 0 ? t('threads.row.untouched', { count: days }) : t('threads.row.noDay')}</span>
    );
  }
  if (followUpOn < today) return <StateMark state="overdue">{format.since(followUpOn, today)}</StateMark>;
  if (followUpOn === today) return <StateMark state="due">{t('threads.row.today')}</StateMark>;
  return <span>{format.dayMonth(followUpOn, today)}</span>;
}

/** Whom it concerns by the signs of their kinds, and how its subject stands. */
export function ThreadStands({ thread }: { thread: ShownThread }) {
  const t = useMessages('coordination');
  const line = useSubjectLine()(thread);
  const waiting = thread.corrections.filter(({ notedOn }) => notedOn === null);
  return (
    <span className="threads-stands">
      {thread.actors.length > 0 ? (
        <span
          className="threads-kinds"
          role="img"
          aria-label={t('threads.row.concerns', { names: thread.actors.map(({ name }) => name).join(', ') })}
        >
          {thread.actors.map(({ id, kind, name }) => (
            <span key={id} title={name}>
              <KindMark kind={kind} size={14} silent />
            </span>
          ))}
        </span>
      ) : null}
      {line ? <span>{line}</span> : null}
      {waiting.length > 0 ? <span className="threads-corrected">{t('threads.row.corrected')}</span> : null}
    </span>
  );
}

/** What is done next, and who it is about; of a thread that is done what came of it. */
export function NextStep({ thread: { nextStep, stepActor, state, closing } }: { thread: ShownThread }) {
  const t = useMessages('coordination');
  if (state === 'DONE') return <span>{closing}</span>;
  return (
    <span className="threads-step">
      {nextStep ? <span className="threads-step__words">{nextStep}</span> : <span className="kn-muted">{t('threads.row.noStep')}</span>}
      {stepActor ? (
        <span className="kn-muted" title={stepActor.name}>
          {stepActor.shortName || stepActor.name}
        </span>
      ) : null}
    </span>
  );
}
