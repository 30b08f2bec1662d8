import { useCoordinates } from '@knotenpunkt/identity/web';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Section } from '@knotenpunkt/webkit/ui';

const WAITING_REPORTS = graphql(`
  query WaitingReports($first: Int!) {
    contentReports(first: $first) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const MOST = 20;

/** Desk of the coordination, and administration: how many reports of the region wait. Nothing where none does. */
export function ReportsOnDesk() {
  const t = useMessages('moderation');
  const decides = useCoordinates();
  const { data } = useQuery(WAITING_REPORTS, decides ? { variables: { first: MOST }, fetchPolicy: 'cache-and-network' } : skipToken);
  const count = data?.contentReports.edges.length ?? 0;
  if (count === 0) return null;
  const more = data?.contentReports.pageInfo.hasNextPage ?? false;
  return (
    <Section
      title={more ? t('queue.waitingMore', { count }) : t('queue.waitingCount', { count })}
      explanation={t('queue.waitingExplanation')}
    >
      <p>
        <LinkButton small to="/koordination/meldungen">
          {t('queue.read')}
        </LinkButton>
      </p>
    </Section>
  );
}
