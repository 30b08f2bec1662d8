import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { usePages, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, FactLine, PagedEntries } from '@knotenpunkt/webkit/ui';

const TRAIL = graphql(`
  query AuditTrail($actorId: ID, $withoutRegion: Boolean!, $first: Int!, $after: String) {
    auditTrail(actorId: $actorId, withoutRegion: $withoutRegion, first: $first, after: $after) {
      edges {
        node {
          id
          at
          verb
          who
          about
          details {
            role
            untilOn
            way
          }
          actor {
            id
            name
            slug
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type AuditEntry = ResultOf<typeof TRAIL>['auditTrail']['edges'][number]['node'];

/** The audit trail of a region, of one organisation, or of what belongs to no region; page by page. */
export function AuditList({ actorId = null, withoutRegion = false }: { actorId?: string | null; withoutRegion?: boolean }) {
  const t = useMessages('identity');
  const pages = usePages(TRAIL, 'auditTrail', { actorId, withoutRegion }, 30);
  return (
    <PagedEntries
      pages={pages}
      label={t('audit.title')}
      empty={<EmptyState>{t(withoutRegion ? 'audit.noneOfAccounts' : 'audit.none')}</EmptyState>}
    >
      {(entry) => <TrailEntry key={entry.id} entry={entry} named={actorId === null} />}
    </PagedEntries>
  );
}

function TrailEntry({ entry, named }: { entry: AuditEntry; named: boolean }) {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const { at, verb, details, actor } = entry;
  const { role, way } = details;
  const values = {
    who: entry.who ?? t('audit.gone'),
    about: entry.about ?? t('audit.gone'),
    role: role ? t(`roles.${role}`) : '',
    way: way ? t(`audit.ways.${way}`) : '',
  };
  return (
    <Entry
      title={t(`audit.verbs.${verb.replace('.', '_')}`, values)}
      meta={
        <FactLine
          parts={[
            format.moment(at, timeZone),
            details.untilOn ? t('audit.untilDay', { day: format.date(details.untilOn) }) : null,
            named && actor ? <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link> : null,
          ]}
        />
      }
    />
  );
}
