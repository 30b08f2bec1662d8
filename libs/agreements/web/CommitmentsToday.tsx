import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, ErrorNotice, FactLine, Loading, Section, StateMark } from '@knotenpunkt/webkit/ui';
import { CommitmentState } from './CommitmentState';
import { readCommitments } from './commitment-parts';
import './commitments.css';

const TODAY = graphql(`
  query CommitmentsToday {
    commitmentCounts {
      standing
      count
    }
    urgent: commitments(first: 3, filter: { standings: [OVERDUE, OPEN] }) {
      edges {
        node {
          id
          ...CommitmentParts
        }
      }
    }
    kept: commitments(first: 1, filter: { standings: [KEPT] }) {
      edges {
        node {
          id
          ...CommitmentParts
        }
      }
    }
  }
`);

/** First page: what was promised and where it stands, the most urgent first and the last one kept. */
export function CommitmentsToday() {
  const t = useMessages('agreements');
  const format = useFormat();
  const { data, error, refetch } = useQuery(TODAY);
  useLiveChanges(['initiative', 'alliance'], () => void refetch());
  const count = (standing: string) =>
    (data?.commitmentCounts ?? []).reduce((sum, each) => sum + (each.standing === standing ? each.count : 0), 0);
  const all = (data?.commitmentCounts ?? []).reduce((sum, each) => sum + each.count, 0);
  const shown = data ? readCommitments([...data.urgent.edges, ...data.kept.edges].map(({ node }) => node)) : [];
  return (
    <Section title={t('today.title')} beside={all > 0 ? <Link to="/zusagen">{t('today.all', { count: all })}</Link> : null}>
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && all === 0 ? <EmptyState>{t('today.empty')}</EmptyState> : null}
      {all > 0 ? (
        <p className="agreements-counts">
          <StateMark state="overdue">{`${format.number(count('OVERDUE'))} ${t('standings.OVERDUE')}`}</StateMark>
          <StateMark state="open">{`${format.number(count('OPEN'))} ${t('standings.OPEN')}`}</StateMark>
          <StateMark state="kept">{`${format.number(count('KEPT'))} ${t('standings.KEPT')}`}</StateMark>
        </p>
      ) : null}
      <EntryList label={t('today.title')}>
        {shown.map((commitment) => (
          <Entry
            key={commitment.id}
            over={<CommitmentState commitment={commitment} />}
            title={<Link to={`/zusagen#${commitment.id}`}>{commitment.text}</Link>}
          >
            <FactLine
              parts={[commitment.actor?.name ?? t('row.unknownActor'), `${t('columns.until')}: ${format.date(commitment.dueOn)}`]}
            />
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
