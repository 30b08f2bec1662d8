import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, KindMark, MorePages, Section, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useArchivedActors, useRestoring, type ShownArchived } from './useAgedActors';

/** Who is out of the directory, with the way back; nothing where nobody is. */
export function ArchivedActors({ onRestored }: { onRestored: () => void }) {
  const t = useMessages('actors');
  const format = useFormat();
  const pages = useArchivedActors();
  const { send, busy } = useRestoring();
  const tell = useAnswerToast('actors');
  if (pages.nodes.length === 0) return null;
  const restore = async ({ id, version, actor }: ShownArchived) => {
    tell(await send({ input: { actorId: id, expectedVersion: version } }), t('aged.restored', { actor: actor.name }));
    await pages.refresh();
    onRestored();
  };
  return (
    <Section title={t('aged.archived')} explanation={t('aged.archivedText')}>
      <EntryList label={t('aged.archived')}>
        {pages.nodes.map((one) => (
          <Entry
            key={one.id}
            mark={<KindMark kind={one.actor.kind} size={18} />}
            title={one.actor.name}
            meta={one.archivedOn ? t('aged.archivedOn', { date: format.date(one.archivedOn) }) : null}
            beside={
              <Button small busy={busy} aria-label={t('aged.restoreOf', { actor: one.actor.name })} onClick={() => void restore(one)}>
                {t('aged.restore')}
              </Button>
            }
          />
        ))}
      </EntryList>
      <MorePages pages={pages} />
    </Section>
  );
}
