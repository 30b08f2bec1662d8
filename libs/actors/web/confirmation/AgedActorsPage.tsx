import { useState } from 'react';
import { ASKING_STATES, type AskingState } from '@knotenpunkt/actors/domain';
import { CoordinatorsPage, useCoordinates } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, ErrorNotice, Loading, Select } from '@knotenpunkt/webkit/ui';
import { AgedChoice } from './AgedChoice';
import { ArchivedActors } from './ArchivedActors';
import { PeriodForm } from './PeriodForm';
import { useAgedOverview } from './useAgedActors';
import '../actors.css';
import './confirmation.css';

/** `/koordination/bestaetigungen`: what nobody has confirmed for long, to ask about several at once. */
export function AgedActorsPage() {
  const t = useMessages('actors');
  const overview = useAgedOverview(useCoordinates() === true);
  const { counts, period, error } = overview;
  const refresh = () => void overview.refresh();
  return (
    <CoordinatorsPage
      narrow
      title={t('aged.title')}
      explanation={period ? t('aged.explanation', { days: period.afterDays, answer: period.answerDays }) : undefined}
      only={t('aged.coordinatorsOnly')}
    >
      {period ? (
        <Aged counts={counts ?? []} period={period} onChange={refresh} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={refresh} />
      ) : (
        <Loading />
      )}
    </CoordinatorsPage>
  );
}

type Overview = ReturnType<typeof useAgedOverview>;

interface AgedProps {
  counts: NonNullable<Overview['counts']>;
  period: NonNullable<Overview['period']>;
  onChange: () => void;
}

function Aged({ counts, period, onChange }: AgedProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const [state, setState] = useState<AskingState | ''>('');
  const countOf = (each: AskingState) => counts.find((one) => one.state === each)?.count ?? 0;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
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
        onAsked={onChange}
      />
      <PeriodForm period={period} onSaved={onChange} />
      <ArchivedActors onRestored={onChange} />
    </Column>
  );
}
