import { Link } from 'react-router';
import { DUTY_ADDRESSES, DUTY_PAGES, type DutyPage } from '@knotenpunkt/moderation/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section } from '@knotenpunkt/webkit/ui';

/** Administration: the pages at the foot, each with the way to its text; for administrators of the platform. */
export function DutyPagesSection() {
  const t = useMessages('moderation');
  return (
    <Section title={t('duty.section')} explanation={t('duty.sectionExplanation')}>
      <EntryList label={t('duty.section')}>
        {DUTY_PAGES.map((page: DutyPage) => (
          <Entry
            key={page}
            title={<Link to={`/${DUTY_ADDRESSES[page]}`}>{t(`duty.pages.${page}`)}</Link>}
            beside={
              <Link
                to={`/verwaltung/pflichtseiten/${DUTY_ADDRESSES[page]}`}
                aria-label={t('duty.editTitle', { page: t(`duty.pages.${page}`) })}
              >
                {t('duty.edit')}
              </Link>
            }
          />
        ))}
      </EntryList>
    </Section>
  );
}
