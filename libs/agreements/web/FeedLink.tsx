import { useViewer } from '@knotenpunkt/identity/web';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';

/** The address of a feed of Zusagen: of the region, or of one of them. */
function feedAddress(regionSlug: string, commitmentId?: string): string {
  return `/daten/zusagen/${regionSlug}.atom${commitmentId ? `?zusage=${commitmentId}` : ''}`;
}

/** All Zusagen of the region as a feed. */
export function FeedLink() {
  const t = useMessages('agreements');
  const { slug } = useRegion();
  return (
    <a className="kn-no-print" href={feedAddress(slug)}>
      {t('feed.link')}
    </a>
  );
}

/** One Zusage as a feed, for those who cannot follow it with an account. */
export function CommitmentFeedLink({ id, text }: { id: string; text: string }) {
  const t = useMessages('agreements');
  const { slug } = useRegion();
  const viewer = useViewer();
  if (viewer === null || viewer.personId !== null) return null;
  return (
    <a className="kn-no-print" href={feedAddress(slug, id)} aria-label={t('feed.linkOf', { title: text })}>
      {t('feed.short')}
    </a>
  );
}
