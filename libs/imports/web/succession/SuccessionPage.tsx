import { useParams } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useCoordinates } from '@knotenpunkt/identity/web';
import { isId } from '@knotenpunkt/kernel';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  EmptyState,
  ErrorNotice,
  FactList,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
} from '@knotenpunkt/webkit/ui';
import { KindCounts } from '../merging/KindCounts';
import { SuccessionActs } from './SuccessionActs';
import { useSuccession, useSuccessionPreview, type ShownSuccession, type SuccessionEnd } from './useSuccessions';
import './succession.css';

/** `/zusammenschluss/<id>`: what is proposed or was done, who has agreed, what goes over, and what one may do. */
export function SuccessionPage() {
  const { id = '' } = useParams();
  return isId(id) ? <Shown id={id} /> : <Missing />;
}

function Missing() {
  const t = useMessages('imports');
  return (
    <Page narrow>
      <PageHeader title={t('succession.pageTitle')} />
      <EmptyState step={<LinkButton to="/akteure">{t('succession.toDirectory')}</LinkButton>}>{t('succession.gone')}</EmptyState>
    </Page>
  );
}

function Shown({ id }: { id: string }) {
  const t = useMessages('imports');
  const format = useFormat();
  const coordinates = useCoordinates();
  const { shown, error, refresh } = useSuccession(id);
  if (shown === null) return <Missing />;
  if (!shown) return <Page narrow>{error ? <ErrorNotice error={error} onRetry={refresh} /> : <Loading />}</Page>;
  const { succession, predecessor, successor } = shown;
  const names = { predecessor: succession.predecessorName, successor: succession.successorName };
  return (
    <Page narrow>
      <PageHeader
        title={t('succession.line', names)}
        explanation={t(`succession.explanations.${succession.state}`, { ...names, day: format.date(succession.sinceOn) })}
        breadcrumbs={
          <Breadcrumbs
            crumbs={
              coordinates
                ? [{ label: t('succession.open'), to: '/koordination/zusammenschluesse' }]
                : successor
                  ? [{ label: successor.name, to: `/akteure/${successor.slug}` }]
                  : []
            }
          />
        }
      />
      {succession.state === 'UNDONE' ? <Undone succession={succession} /> : null}
      <SuccessionActs succession={succession} onDone={refresh} />
      <Facts succession={succession} predecessor={predecessor} successor={successor} />
      {succession.state === 'PROPOSED' ? <WouldMove succession={succession} /> : null}
      {succession.moved.length > 0 ? (
        <Section title={t('succession.movedTitle')}>
          <KindCounts counts={succession.moved} />
          <p className="kn-meta">{t('succession.movesNot')}</p>
        </Section>
      ) : null}
    </Page>
  );
}

interface FactsProps {
  succession: ShownSuccession;
  predecessor: SuccessionEnd | null;
  successor: SuccessionEnd | null;
}

function Facts({ succession, predecessor, successor }: FactsProps) {
  const t = useMessages('imports');
  const format = useFormat();
  const { predecessorName, successorName, predecessorAgreedOn, successorAgreedOn, note, ground, decidedOn, state } = succession;
  const word = (on: string | null) => (on === null ? t('succession.notAgreed') : t('succession.agreedOn', { day: format.date(on) }));
  const end = (actor: SuccessionEnd | null, name: string) => (actor ? <ActorLink actor={actor} /> : name);
  return (
    <FactList
      facts={[
        { term: t('succession.predecessor'), value: end(predecessor, predecessorName) },
        { term: t('succession.successor'), value: end(successor, successorName) },
        { term: t('succession.sinceOn'), value: format.date(succession.sinceOn) },
        {
          term: t('succession.proposedBy'),
          value: t(`succession.by.${succession.proposedBy}`, {
            predecessor: predecessorName,
            successor: successorName,
            day: format.date(succession.proposedOn),
          }),
        },
        { term: t('succession.wordOf', { actor: predecessorName }), value: word(predecessorAgreedOn) },
        { term: t('succession.wordOf', { actor: successorName }), value: word(successorAgreedOn) },
        ...(note ? [{ term: t('succession.note'), value: note }] : []),
        ...(decidedOn ? [{ term: t('succession.decided'), value: `${t(`succession.states.${state}`)}, ${format.date(decidedOn)}` }] : []),
        ...(ground ? [{ term: t('succession.ground'), value: ground }] : []),
      ]}
    />
  );
}

function WouldMove({
  succession: { predecessorId, successorId, predecessorName, successorName, sinceOn },
}: {
  succession: ShownSuccession;
}) {
  const t = useMessages('imports');
  const moves = useSuccessionPreview({ predecessorId, successorId, sinceOn });
  if (!moves) return null;
  return (
    <Section title={t('succession.movesTitle')}>
      <p>{t('succession.movesLead', { from: predecessorName, to: successorName })}</p>
      {moves.length > 0 ? <KindCounts counts={moves} /> : <p>{t('succession.movesNone')}</p>}
      <p className="kn-meta">{t('succession.movesNot')}</p>
    </Section>
  );
}

function Undone({ succession: { leftKinds } }: { succession: ShownSuccession }) {
  const t = useMessages('imports');
  return (
    <div role="status">
      <Notice tone={leftKinds.length === 0 ? 'plain' : 'due'} title={t('succession.undoneTitle')}>
        <p>{t(leftKinds.length === 0 ? 'succession.undoneAll' : 'merging.leftLead')}</p>
        <KindCounts counts={leftKinds} />
      </Notice>
    </div>
  );
}
