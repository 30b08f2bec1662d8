import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ActorLink } from '@knotenpunkt/actors/web';
import { Button, Entry, EntryList, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { NOTE_CORRECTION, type ShownThread } from './thread-parts';

/** What organisations say of a thread; `named`: with the thread's title, where it does not stand above. */
export function ThreadCorrections({ thread, named = false, onChange }: { thread: ShownThread; named?: boolean; onChange: () => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const { send, busy } = useMutationAnswer(NOTE_CORRECTION);
  const tell = useAnswerToast('coordination');
  const note = async ({ actorId, version }: ShownThread['corrections'][number]) => {
    tell(await send({ input: { threadId: thread.id, actorId, expectedVersion: version } }), t('threads.corrections.noted'));
    onChange();
  };
  const shown = named ? thread.corrections.filter(({ notedOn }) => notedOn === null) : thread.corrections;
  if (shown.length === 0) return null;
  return (
    <EntryList label={t('threads.corrections.of', { title: thread.title })}>
      {shown.map((correction) => {
        const { actorId, actor, text, writtenOn, notedOn } = correction;
        return (
          <Entry
            key={actorId}
            title={named ? thread.title : actor ? <ActorLink actor={actor} marked /> : t('threads.corrections.gone')}
            meta={[
              named ? (actor?.name ?? t('threads.corrections.gone')) : null,
              format.recent(writtenOn, today),
              notedOn ? t('threads.corrections.notedOn', { date: format.dayMonth(notedOn, today) }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
            actions={
              notedOn ? null : (
                <Button small busy={busy} onClick={() => void note(correction)}>
                  {t('threads.corrections.note')}
                </Button>
              )
            }
          >
            <span className="kn-quoted threads-said">{text}</span>
          </Entry>
        );
      })}
    </EntryList>
  );
}
