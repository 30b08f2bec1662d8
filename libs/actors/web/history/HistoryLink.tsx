import { readsWhoActed } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** "Verlauf" on a Steckbrief, for its own people and the coordination; nothing for others. */
export function HistoryLink({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('actors');
  const viewer = useViewer();
  return viewer && readsWhoActed(viewer, actor.id) ? (
    <LinkButton kind="plain" to={`/akteure/${actor.slug}/verlauf`}>
      {t('history.open')}
    </LinkButton>
  ) : null;
}
