import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section } from '@knotenpunkt/webkit/ui';
import './initiatives.css';

const AWAITING = graphql(`
  query InitiativesAwaiting {
    initiativesAwaitingAnswer {
      id
      slug
      title
      state
      summary
      lead {
        id
        name
      }
    }
  }
`);

const META: Partial<Record<string, string>> = { DRAFT: 'page.draftOf', PROPOSED: 'page.proposedBy' };

/** What waits for an answer of the organisations one acts for; nothing for all others. */
export function InitiativesAwaiting() {
  const t = useMessages('initiatives');
  const viewer = useViewer();
  const asks = viewer !== null && viewer.mandates.length > 0;
  const { data, refetch } = useQuery(AWAITING, asks ? {} : skipToken);
  useLiveChanges(['initiative'], () => void (asks && refetch()));
  const waiting = data?.initiativesAwaitingAnswer ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section title={t('page.awaiting')} explanation={t('page.awaitingText')}>
      <EntryList label={t('page.awaiting')}>
        {waiting.map(({ id, slug, title, state, lead, summary }) => (
          <Entry
            key={id}
            title={<Link to={`/vorhaben/${slug}`}>{title}</Link>}
            meta={t(META[state] ?? 'page.invitedBy', { lead: lead.name })}
          >
            {summary}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
