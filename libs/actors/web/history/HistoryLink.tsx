import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** "Verlauf" on a Steckbrief, for its own people and the coordination; nothing for others. */
export function HistoryLink({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('actors');
  const viewer = useViewer();
  const sees =
    viewer && (viewer.coordinator || viewer.platformAdministrator || viewer.mandates.some(({ actorId }) => actorId === actor.id));
  return sees ? (
    <LinkButton kind="plain" to={`/akteure/${actor.slug}/verlauf`}>
      {t('history.open')}
    </LinkButton>
  ) : null;
}
