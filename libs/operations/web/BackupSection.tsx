import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, FactList, Section } from '@knotenpunkt/webkit/ui';
import type { SectionProps } from './systemState';

const HOUR_MS = 3_600_000;

/** The newest backup and its age. */
export function BackupSection({ state }: SectionProps) {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const { backup } = state;
  if (!backup) {
    return (
      <Section title={t('backup.title')}>
        <EmptyState>{t('backup.none')}</EmptyState>
      </Section>
    );
  }
  const hours = Math.floor((Date.parse(state.askedAt) - Date.parse(backup.takenAt)) / HOUR_MS);
  const age = hours < 48 ? t('backup.hours', { count: Math.max(0, hours) }) : t('backup.days', { count: Math.floor(hours / 24) });
  return (
    <Section title={t('backup.title')}>
      <FactList
        facts={[
          { term: t('backup.age'), value: age },
          { term: t('backup.takenAt'), value: format.moment(backup.takenAt, timeZone) },
          { term: t('backup.file'), value: <span className="operations-name">{backup.file}</span> },
          { term: t('backup.seq'), value: format.number(backup.seq) },
          { term: t('backup.rows'), value: format.number(backup.rows) },
          { term: t('backup.size'), value: t('page.megabytes', { size: format.number(backup.bytes / 1_000_000, 1) }) },
        ]}
      />
    </Section>
  );
}
