import { migrationOf } from '@knotenpunkt/operations/domain';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { FactList, Section } from '@knotenpunkt/webkit/ui';
import type { SectionProps } from './systemState';

/** What runs here, and since when. */
export function InstallationSection({ state }: SectionProps) {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const last = migrationOf(state.lastMigration);
  return (
    <Section title={t('installation.title')}>
      <FactList
        facts={[
          { term: t('installation.version'), value: state.version },
          { term: t('installation.startedAt'), value: format.moment(state.startedAt, timeZone) },
          {
            term: t('installation.database'),
            value: t('installation.databaseValue', {
              version: state.databaseVersion,
              size: t('page.megabytes', { size: format.number(state.databaseBytes / 1_000_000, 1) }),
            }),
          },
          {
            term: t('installation.migrations'),
            value: (
              <span className="operations-name">
                {t('installation.migrationsValue', {
                  ran: state.migrationCount,
                  name: last.name,
                  date: last.writtenOn ? format.shortDate(last.writtenOn) : '',
                })}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
