import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, FactLine, Section } from '@knotenpunkt/webkit/ui';
import { useProcessings } from './useProcessings';

/** The part of the privacy page that follows from the lists of the rooms: what is held, what for, on which ground and how long. */
export function PrivacyProcessings() {
  const t = useMessages('identity');
  const { protection } = useProcessings();
  if (!protection) return null;
  return (
    <Section title={t('processings.privacyTitle')}>
      <EntryList label={t('processings.privacyTitle')}>
        {protection.processings.map(({ id, title, purpose, ground, kept }) => (
          <Entry key={id} title={title} meta={<FactLine parts={[t('ownData.kept', { kept }), t(`record.grounds.${ground}`)]} />}>
            {purpose}
          </Entry>
        ))}
      </EntryList>
      <p>{t('processings.backups', { days: protection.backupsKeptDays })}</p>
    </Section>
  );
}
