import { Link } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, ErrorNotice, FactLine, Loading } from '@knotenpunkt/webkit/ui';
import { CommitmentActs } from './CommitmentActs';
import { CommitmentEvidence, CommitmentState, NextStep, useSaidOutside, useTerms } from './CommitmentState';
import { OutsideOf } from './OutsideList';
import { purposeAddress, readCommitments, type ShownCommitment } from './commitment-parts';

const COMMITMENTS = graphql(`
  query CommitmentList($filter: CommitmentFilterInput, $first: Int!) {
    commitments(filter: $filter, first: $first) {
      edges {
        node {
          id
          ...CommitmentParts
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Zusagen of an organisation or for one purpose; follows changes. `undefined` while loading. */
export function useCommitments(filter: { actorId?: string; purposeId?: string }, first = 20) {
  const { data, previousData, error, refetch } = useQuery(COMMITMENTS, { variables: { filter, first } });
  useLiveChanges(['initiative', 'alliance'], () => void refetch());
  const known = data ?? previousData;
  return {
    commitments: known ? readCommitments(known.commitments.edges.map(({ node }) => node)) : undefined,
    hasMore: known?.commitments.pageInfo.hasNextPage ?? false,
    error,
    refresh: () => void refetch(),
  };
}

/** One Zusage as an entry: state, what, who and to whom until when, evidence. */
export function CommitmentEntry({
  commitment,
  of,
  onChange,
}: {
  commitment: ShownCommitment;
  of: 'actor' | 'purpose';
  onChange: () => void;
}) {
  const t = useMessages('agreements');
  const format = useFormat();
  const { actor, toActor, purpose, text, fromOn, dueOn, originalDueOn } = commitment;
  const terms = useTerms(commitment);
  const saidOutside = useSaidOutside(commitment);
  return (
    <Entry
      over={<CommitmentState commitment={commitment} />}
      title={text}
      meta={
        <FactLine
          parts={[
            of === 'purpose' ? actor ? <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link> : t('row.unknownActor') : null,
            toActor ? t('row.to', { actor: toActor.name }) : null,
            of === 'actor' ? <Link to={purposeAddress(purpose)}>{purpose.title}</Link> : null,
            terms,
            fromOn ? t('row.fromOn', { date: format.date(fromOn) }) : null,
            t('row.due', { date: format.date(dueOn) }),
            originalDueOn ? t('row.firstDue', { date: format.date(originalDueOn) }) : null,
            saidOutside,
          ]}
        />
      }
      actions={<CommitmentActs commitment={commitment} onChange={onChange} />}
    >
      <NextStep commitment={commitment} />
      {commitment.standing === 'OPEN' ? null : <CommitmentEvidence commitment={commitment} />}
    </Entry>
  );
}

/** Zusagen for one Vorhaben or one alliance, and what is said to have been promised elsewhere. */
export function CommitmentList({ purposeId }: { purposeId: string }) {
  return (
    <>
      <OutsideOf purposeId={purposeId} />
      <GivenHere purposeId={purposeId} />
    </>
  );
}

function GivenHere({ purposeId }: { purposeId: string }) {
  const t = useMessages('agreements');
  const { commitments, error, hasMore, refresh } = useCommitments({ purposeId }, 50);
  if (error && !commitments) return <ErrorNotice error={error} onRetry={refresh} />;
  if (!commitments) return <Loading />;
  if (commitments.length === 0) return <p className="kn-muted">{t('list.empty')}</p>;
  return (
    <>
      <EntryList label={t('list.label')}>
        {commitments.map((commitment) => (
          <CommitmentEntry key={commitment.id} commitment={commitment} of="purpose" onChange={refresh} />
        ))}
      </EntryList>
      {hasMore ? <Link to="/zusagen">{t('list.more')}</Link> : null}
    </>
  );
}
