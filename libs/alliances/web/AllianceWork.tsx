import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Loading } from '@knotenpunkt/webkit/ui';
import { AllianceDocuments } from './documents/AllianceDocuments';
import { AllianceAdmission } from './membership/AllianceAdmission';
import { AllianceStatements } from './statements/AllianceStatements';
import { AllianceTasks } from './statements/AllianceTasks';
import type { ShownAlliance } from './useAlliance';
import { useAllianceWork, type ShownWork } from './useAllianceWork';

interface WorkProps {
  alliance: ShownAlliance;
  onChange: () => void;
}

interface Parts extends WorkProps {
  work: ShownWork;
}

/** Reads what an alliance writes down; nothing before it is formed. */
function WithWork({ alliance, onChange, children }: WorkProps & { children: (parts: Parts) => ReactNode }) {
  const { work, error, refresh } = useAllianceWork(alliance);
  if (error && !work) return <ErrorNotice error={error} onRetry={refresh} />;
  if (work === undefined) return <Loading />;
  if (work === null) return null;
  const changed = () => {
    refresh();
    onChange();
  };
  return children({ alliance, work, onChange: changed });
}

/** Who is to join, for those who are asked. */
export function AllianceNewcomer(props: WorkProps) {
  return <WithWork {...props}>{(parts) => <AllianceAdmission {...parts} />}</WithWork>;
}

/** What came of it, and what is decided. */
export function AllianceOutcomes(props: WorkProps) {
  const t = useMessages('alliances');
  return (
    <WithWork {...props}>
      {(parts) => (
        <>
          <AllianceStatements
            {...parts}
            kinds={['RESULT', 'LESSON']}
            title={t('work.outcomes')}
            explanation={t('work.outcomesExplanation')}
          />
          <AllianceStatements {...parts} kinds={['DECISION']} title={t('work.decisions')} explanation={t('work.decisionsExplanation')} />
        </>
      )}
    </WithWork>
  );
}

/** What somebody could take on. */
export function AllianceOpenTasks(props: WorkProps) {
  return <WithWork {...props}>{(parts) => <AllianceTasks {...parts} />}</WithWork>;
}

/** Minutes and documents. */
export function AlliancePapers(props: WorkProps) {
  const t = useMessages('alliances');
  return (
    <WithWork {...props}>
      {(parts) => (
        <>
          <AllianceStatements {...parts} kinds={['MINUTES']} title={t('work.minutes')} explanation={t('work.minutesExplanation')} />
          <AllianceDocuments {...parts} />
        </>
      )}
    </WithWork>
  );
}
