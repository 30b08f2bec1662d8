import { useSearchParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, FactLine, LinkButton, PagedEntries, Section, Segments, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { MergingPage } from './MergingPage';
import { MergeHistory } from './MergeHistory';
import { useDuplicatePairs, useMergeActs, type Pair } from './useMerging';

/** `/koordination/doppelte`: entries that may be the same organisation, and what was merged so far. */
export function DuplicatesPage() {
  const t = useMessages('imports');
  const [address, setAddress] = useSearchParams();
  const rejected = address.get('stand') === 'zwei';
  return (
    <MergingPage title={t('merging.title')} explanation={t('merging.explanation')}>
      <Section title={t(rejected ? 'merging.rejectedTitle' : 'merging.pairsTitle')}>
        <div className="merging-filter">
          <Segments
            label={t('merging.filter')}
            options={[
              { value: 'open', label: t('merging.showOpen') },
              { value: 'rejected', label: t('merging.showRejected') },
            ]}
            value={rejected ? 'rejected' : 'open'}
            onChange={(value) => setAddress(value === 'rejected' ? { stand: 'zwei' } : {}, { replace: true, preventScrollReset: true })}
          />
        </div>
        <Pairs key={String(rejected)} rejected={rejected} />
      </Section>
      <MergeHistory />
    </MergingPage>
  );
}

function Pairs({ rejected }: { rejected: boolean }) {
  const t = useMessages('imports');
  const pages = useDuplicatePairs(rejected);
  return (
    <PagedEntries
      pages={pages}
      label={t(rejected ? 'merging.rejectedTitle' : 'merging.pairsTitle')}
      empty={<EmptyState>{t(rejected ? 'merging.rejectedEmpty' : 'merging.pairsEmpty')}</EmptyState>}
    >
      {(pair) => (
        <PairEntry key={`${pair.firstId} ${pair.secondId}`} pair={pair} rejected={rejected} onAnswer={() => void pages.refresh()} />
      )}
    </PagedEntries>
  );
}

function PairEntry({ pair, rejected, onAnswer }: { pair: Pair; rejected: boolean; onAnswer: () => void }) {
  const t = useMessages('imports');
  const format = useFormat();
  const { reject, reopen } = useMergeActs();
  const tell = useAnswerToast('imports');
  const { first, second, firstId, secondId, reasons } = pair;
  if (!first || !second) return null;
  const names = { first: first.name, second: second.name };
  const act = rejected ? reopen : reject;
  const send = async () => {
    const answer = await act.send({ input: { firstId, secondId } });
    tell(answer, t(rejected ? 'merging.reopened' : 'merging.rejected'));
    if (answer.kind === 'done') onAnswer();
  };
  return (
    <Entry
      title={
        <>
          <ActorLink actor={first} /> <span className="merging-and">·</span> <ActorLink actor={second} />
        </>
      }
      meta={
        <FactLine parts={[format.list(reasons.map((reason) => t(`import.reasons.${reason}`))), ...citiesOf(first.city, second.city)]} />
      }
      actions={
        <span className="merging-acts">
          {rejected ? null : (
            <LinkButton small to={`/koordination/zusammenfuehren?eins=${firstId}&zwei=${secondId}`}>
              {t('merging.look')}
              <span className="kn-hidden">: {t('merging.pairOf', names)}</span>
            </LinkButton>
          )}
          <Button
            small
            busy={act.busy}
            aria-label={t(rejected ? 'merging.reopenOf' : 'merging.rejectOf', names)}
            onClick={() => void send()}
          >
            {t(rejected ? 'merging.reopen' : 'merging.reject')}
          </Button>
        </span>
      }
    />
  );
}

const citiesOf = (one: string, other: string) => [...new Set([one, other].filter(Boolean))];
