import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, Columns, ErrorNotice, Loading } from '@knotenpunkt/webkit/ui';
import { AllianceAdmission } from './membership/AllianceAdmission';
import { AllianceStatements } from './statements/AllianceStatements';
import { AllianceTasks } from './statements/AllianceTasks';
import type { ShownAlliance } from './useAlliance';
import { useAllianceWork } from './useAllianceWork';

/** What an alliance does once it is formed: who is to come, what came of it, what is decided, what somebody could take on. */
export function AllianceWork({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const { work, error, refresh } = useAllianceWork(alliance);
  if (error && !work) return <ErrorNotice error={error} onRetry={refresh} />;
  if (work === undefined) return <Loading />;
  if (work === null) return null;
  const changed = () => {
    refresh();
    onChange();
  };
  const parts = { alliance, work, onChange: changed };
  return (
    <>
      <AllianceAdmission {...parts} />
      <Columns count={2}>
        <Column>
          <AllianceStatements
            {...parts}
            kinds={['RESULT', 'LESSON']}
            title={t('work.outcomes')}
            explanation={t('work.outcomesExplanation')}
          />
          <AllianceStatements {...parts} kinds={['DECISION']} title={t('work.decisions')} explanation={t('work.decisionsExplanation')} />
        </Column>
        <Column>
          <AllianceTasks {...parts} />
          <AllianceStatements {...parts} kinds={['MINUTES']} title={t('work.minutes')} explanation={t('work.minutesExplanation')} />
        </Column>
      </Columns>
    </>
  );
}
