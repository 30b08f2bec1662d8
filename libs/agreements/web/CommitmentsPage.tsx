import { Link, useSearchParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { COMMITMENT_STANDINGS, PURPOSE_TYPES, type CommitmentStanding, type PurposeType } from '@knotenpunkt/agreements/domain';
import { readPeriod, writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  ACTOR_KINDS,
  AsideFilters,
  CheckboxGroup,
  EmptyState,
  ErrorNotice,
  Figures,
  KindMark,
  Loading,
  MorePages,
  PageHeader,
  SearchField,
  Section,
  Table,
  TextButton,
  WithAside,
  type ActorKind,
  useRestingText,
} from '@knotenpunkt/webkit/ui';
import { CommitmentActs } from './CommitmentActs';
import { CommitmentEvidence, CommitmentState, NextStep, useSaidOutside, useTerms } from './CommitmentState';
import { FeedLink } from './FeedLink';
import { OutsideSection } from './OutsideList';
import { purposeAddress, readCommitments, type ShownCommitment } from './commitment-parts';
import './commitments.css';

const COMMITMENTS = graphql(`
  query Commitments($filter: CommitmentFilterInput, $first: Int!, $after: String) {
    commitments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...CommitmentParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const COUNTS = graphql(`
  query CommitmentCounts {
    commitmentCounts {
      standing
      purpose
      kind
      count
    }
  }
`);

const listOf = (text: string | null) => (text ?? '').split(',').filter(Boolean);

/** What is filtered by, kept in the address so that it can be shared. */
function useFilter() {
  const [address, setAddress] = useSearchParams();
  const now = {
    search: address.get('suche') ?? '',
    standings: listOf(address.get('stand')).filter((each): each is CommitmentStanding =>
      COMMITMENT_STANDINGS.includes(each as CommitmentStanding),
    ),
    purposes: listOf(address.get('wozu')).filter((each): each is PurposeType => PURPOSE_TYPES.includes(each as PurposeType)),
    kinds: listOf(address.get('wer')).filter((each): each is ActorKind => ACTOR_KINDS.includes(each as ActorKind)),
    decided: readPeriod(address.get('entschieden')),
    promised: readPeriod(address.get('zugesagt')),
  };
  const change = (next: Partial<typeof now>) => {
    const { search, standings, purposes, kinds, decided, promised } = { ...now, ...next };
    const parameters = new URLSearchParams();
    if (search.trim()) parameters.set('suche', search);
    if (standings.length > 0) parameters.set('stand', standings.join(','));
    if (purposes.length > 0) parameters.set('wozu', purposes.join(','));
    if (kinds.length > 0) parameters.set('wer', kinds.join(','));
    if (decided) parameters.set('entschieden', writePeriod(decided));
    if (promised) parameters.set('zugesagt', writePeriod(promised));
    setAddress(parameters, { replace: true, preventScrollReset: true });
  };
  const periods = [now.decided, now.promised].filter((period) => period !== null).length;
  const any = now.search.trim() !== '' || now.standings.length + now.purposes.length + now.kinds.length + periods > 0;
  return { ...now, change, any };
}

type Filter = ReturnType<typeof useFilter>;
type Count = { standing: string; purpose: string; kind: string; count: number };

/** `/zusagen`: who promised what until when, and what became of it; overdue first, nothing disappears. */
export function CommitmentsPage() {
  const t = useMessages('agreements');
  const format = useFormat();
  const filter = useFilter();
  const { data: counted, refetch } = useQuery(COUNTS);
  const counts: readonly Count[] = counted?.commitmentCounts ?? [];
  const asked = {
    search: filter.search.trim() || null,
    standings: filter.standings.length > 0 ? filter.standings : null,
    purposes: filter.purposes.length > 0 ? filter.purposes : null,
    kinds: filter.kinds.length > 0 ? filter.kinds : null,
    decided: filter.decided,
    promised: filter.promised,
  };
  const pages = usePages(COMMITMENTS, 'commitments', { filter: asked }, 40);
  const refresh = () => {
    void pages.refresh();
    void refetch();
  };
  useLiveChanges(['initiative', 'alliance'], refresh);
  const commitments = readCommitments(pages.nodes);
  const during = (key: string, period: DayPeriod | null) =>
    period ? [t(`page.only.${key}`, { from: format.date(period.from), until: format.date(period.until) })] : [];
  const only = [...during('decided', filter.decided), ...during('promised', filter.promised)];
  const sum = (standing: string) => format.number(counts.reduce((total, each) => total + (each.standing === standing ? each.count : 0), 0));
  return (
    <WithAside side="start" asideLabel={t('page.filters')} aside={<Filters filter={filter} counts={counts} />}>
      <PageHeader title={t('page.title')} explanation={t('page.explanation')} actions={<FeedLink />} />
      <Figures
        figures={[
          { value: sum('OVERDUE'), label: t('standings.OVERDUE'), tone: 'overdue' },
          { value: sum('OPEN'), label: t('standings.OPEN') },
          { value: sum('KEPT'), label: t('standings.KEPT'), tone: 'kept' },
          { value: sum('WITHDRAWN'), label: t('standings.WITHDRAWN') },
        ]}
      />
      {only.length > 0 ? <p>{only.join(' ')}</p> : null}
      <OutsideSection />
      {pages.error ? <ErrorNotice error={pages.error} onRetry={refresh} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.error && commitments.length === 0 ? (
        <EmptyState>{t(filter.any ? 'page.none' : 'page.empty')}</EmptyState>
      ) : null}
      <Group title={t('groups.overdue')} commitments={commitments.filter(({ standing }) => standing === 'OVERDUE')} onChange={refresh} />
      <Group title={t('groups.next')} commitments={commitments.filter(({ standing }) => standing === 'OPEN')} onChange={refresh} />
      <Group
        title={t('groups.decided')}
        commitments={commitments.filter(({ standing }) => standing === 'KEPT' || standing === 'WITHDRAWN')}
        onChange={refresh}
      />
      <MorePages pages={pages} />
    </WithAside>
  );
}

function Filters({ filter, counts }: { filter: Filter; counts: readonly Count[] }) {
  const t = useMessages('agreements');
  const [text, setText] = useRestingText(filter.search, (search) => filter.change({ search }));
  const of = (field: 'standing' | 'purpose' | 'kind', value: string) =>
    counts.reduce((total, each) => total + (each[field] === value ? each.count : 0), 0);
  const groups = (
    <>
      <CheckboxGroup<CommitmentStanding>
        id="commitments-standing"
        name="standing"
        small
        label={t('page.standing')}
        value={filter.standings}
        onChange={(standings) => filter.change({ standings })}
        choices={COMMITMENT_STANDINGS.map((value) => ({ value, label: t(`standings.${value}`), count: of('standing', value) }))}
      />
      <CheckboxGroup<PurposeType>
        id="commitments-purpose"
        name="purpose"
        small
        label={t('page.purpose')}
        value={filter.purposes}
        onChange={(purposes) => filter.change({ purposes })}
        choices={PURPOSE_TYPES.map((value) => ({ value, label: t(`purposes.${value}`), count: of('purpose', value) }))}
      />
      <CheckboxGroup<ActorKind>
        id="commitments-kind"
        name="kind"
        small
        label={t('page.kind')}
        value={filter.kinds}
        onChange={(kinds) => filter.change({ kinds })}
        choices={ACTOR_KINDS.filter((kind) => of('kind', kind) > 0 || filter.kinds.includes(kind)).map((value) => ({
          value,
          label: (
            <span className="agreements-kind">
              <KindMark kind={value} size={16} silent />
              {t(`webkit:kinds.${value}`)}
            </span>
          ),
          count: of('kind', value),
        }))}
      />
      {filter.any ? (
        <TextButton
          onClick={() => {
            setText('');
            filter.change({ search: '', standings: [], purposes: [], kinds: [], decided: null, promised: null });
          }}
        >
          {t('page.reset')}
        </TextButton>
      ) : null}
    </>
  );
  return (
    <div className="agreements-filters" role="search" aria-label={t('page.filters')}>
      <SearchField label={t('page.search')} value={text} onChange={setText} shortcut />
      <AsideFilters summary={t('page.showFilters')} inUse={filter.standings.length + filter.purposes.length + filter.kinds.length > 0}>
        {groups}
      </AsideFilters>
    </div>
  );
}

function Group({ title, commitments, onChange }: { title: string; commitments: readonly ShownCommitment[]; onChange: () => void }) {
  const t = useMessages('agreements');
  const format = useFormat();
  if (commitments.length === 0) return null;
  const columns = (['who', 'what', 'until', 'standing', 'evidence'] as const).map((id) => ({ id, label: t(`columns.${id}`) }));
  return (
    <Section title={title}>
      <div className="agreements-table">
        <Table
          caption={title}
          stacked
          columns={columns}
          rows={commitments.map((commitment) => ({
            id: commitment.id,
            cells: {
              who: commitment.actor ? <ActorLink actor={commitment.actor} marked /> : t('row.unknownActor'),
              what: (
                <>
                  <span id={commitment.id}>{commitment.text}</span>
                  <span className="agreements-for">
                    {commitment.toActor?.name ?? t('row.all')},{' '}
                    <Link to={purposeAddress(commitment.purpose)}>{t('row.purpose', { title: commitment.purpose.title })}</Link>
                  </span>
                  <Terms commitment={commitment} />
                  <NextStep commitment={commitment} />
                  <SaidOutside commitment={commitment} />
                </>
              ),
              until: (
                <>
                  {format.shortDate(commitment.dueOn)}
                  {commitment.fromOn ? (
                    <span className="agreements-for">{t('row.fromOn', { date: format.shortDate(commitment.fromOn) })}</span>
                  ) : null}
                  {commitment.originalDueOn ? (
                    <span className="agreements-for">{t('row.firstDue', { date: format.shortDate(commitment.originalDueOn) })}</span>
                  ) : null}
                </>
              ),
              standing: <CommitmentState commitment={commitment} />,
              evidence: (
                <>
                  <CommitmentEvidence commitment={commitment} />
                  <span className="agreements-acts">
                    <CommitmentActs commitment={commitment} onChange={onChange} />
                  </span>
                </>
              ),
            },
          }))}
        />
      </div>
    </Section>
  );
}

function Terms({ commitment }: { commitment: ShownCommitment }) {
  const terms = useTerms(commitment);
  return terms && <span className="agreements-for">{terms}</span>;
}

function SaidOutside({ commitment }: { commitment: ShownCommitment }) {
  const said = useSaidOutside(commitment);
  return said && <span className="agreements-for">{said}</span>;
}
