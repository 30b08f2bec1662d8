import { useState } from 'react';
import { ASKING_STATES, type AskingState } from '@knotenpunkt/actors/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Column, EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader, Select } from '@knotenpunkt/webkit/ui';
import { AgedChoice } from './AgedChoice';
import { ArchivedActors } from './ArchivedActors';
import { PeriodForm } from './PeriodForm';
import { useAgedOverview } from './useAgedActors';
import '../actors.css';
import './confirmation.css';

/** `/koordination/bestaetigungen`: what nobody has confirmed for long, to ask about several at once. */
export function AgedActorsPage() {
  const t = useMessages('actors');
  const viewer = useViewer();
  if (!viewer) return <Loading />;
  if (viewer.coordinator || viewer.platformAdministrator) return <Aged />;
  return (
    <Page narrow>
      <PageHeader title={t('aged.title')} />
      <EmptyState step={<LinkButton to="/koordination">{t('aged.toDesk')}</LinkButton>}>{t('aged.coordinatorsOnly')}</EmptyState>
    </Page>
  );
}

function Aged() {
  const t = useMessages('actors');
  const format = useFormat();
  const { counts, period, error, refresh } = useAgedOverview();
  const [state, setState] = useState<AskingState | ''>('');
  const countOf = (each: AskingState) => counts?.find((one) => one.state === each)?.count ?? 0;
  const all = (counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const header = (
    <PageHeader
      title={t('aged.title')}
      explanation={period ? t('aged.explanation', { days: period.afterDays, answer: period.answerDays }) : undefined}
      breadcrumbs={<Breadcrumbs crumbs={[{ label: t('aged.toDesk'), to: '/koordination' }]} />}
    />
  );
  if (!period)
    return (
      <Page narrow>
        {header}
        {error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : <Loading />}
      </Page>
    );
  return (
    <Page narrow>
      {header}
      <Column>
        {all > 0 ? (
          <Select<AskingState | ''>
            id="aged-state"
            name="aged-state"
            label={t('aged.state')}
            none={`${t('aged.all')} (${format.number(all)})`}
            value={state}
            onChange={setState}
            options={ASKING_STATES.map((each) => ({ value: each, label: `${t(`aged.states.${each}`)} (${format.number(countOf(each))})` }))}
          />
        ) : null}
        <AgedChoice
          key={state}
          state={state || null}
          none={t(all === 0 ? 'aged.none' : 'aged.noneOf', { days: period.afterDays })}
          onAsked={() => void refresh()}
        />
        <PeriodForm period={period} onSaved={() => void refresh()} />
        <ArchivedActors onRestored={() => void refresh()} />
      </Column>
    </Page>
  );
}
