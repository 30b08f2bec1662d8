import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { LearnedActs } from './LearnedActs';
import { LearnedObjections } from './LearnedObjections';
import { LearnedOutcomes } from './LearnedOutcomes';
import { LearnedSureness } from './LearnedSureness';
import { LearnedWeights } from './LearnedWeights';
import { useLearned } from './useLearned';
import './matching.css';
import './learned.css';

/** `/koordination/gelernt`: what became of suggestions, and what was learned from it. */
export function LearnedPage() {
  const t = useMessages('matching');
  const viewer = useViewer();
  if (!viewer) return <Loading />;
  if (!viewer.coordinator && !viewer.platformAdministrator) {
    return (
      <Page narrow>
        <PageHeader title={t('learned.title')} />
        <EmptyState step={<LinkButton to="/koordination">{t('learned.desk')}</LinkButton>}>{t('learned.onlyCoordinators')}</EmptyState>
      </Page>
    );
  }
  return <Learned />;
}

function Learned() {
  const t = useMessages('matching');
  const { learned, error, again } = useLearned();
  return (
    <Page narrow>
      <PageHeader
        title={t('learned.title')}
        explanation={t('learned.explanation')}
        actions={learned ? <LearnedActs learned={learned} onChange={again} /> : null}
      />
      {error && !learned ? <ErrorNotice error={error} onRetry={again} /> : null}
      {!learned && !error ? <Loading /> : null}
      {learned && learned.shown + learned.objected === 0 ? (
        <EmptyState step={<LinkButton to="/passungen">{t('learned.noneStep')}</LinkButton>}>{t('learned.none')}</EmptyState>
      ) : null}
      {learned ? (
        <>
          <LearnedWeights learned={learned} />
          {learned.shown > 0 ? (
            <>
              <LearnedOutcomes learned={learned} />
              <LearnedSureness sureness={learned.sureness} />
            </>
          ) : null}
          <LearnedObjections objections={learned.objections} />
          <details className="matching-proposals__how">
            <summary>{t('learned.how')}</summary>
            <p>{t('learned.howText')}</p>
          </details>
        </>
      ) : null}
    </Page>
  );
}
