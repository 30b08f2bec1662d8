import { useSearchParams } from 'react-router';
import { ContactRequests, ReportLink } from '@knotenpunkt/coordination/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, EmptyState, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { deskParts } from './parts';

/** `/koordination`: what waits, what stalls, where something is missing. Rooms put their parts on the desk. */
export function DeskPage() {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const viewer = useViewer();
  // Whoever comes for the requests of some days finds them first.
  const contactsFirst = useSearchParams()[0].has('kontakte');
  if (!viewer) return <Loading />;
  if (viewer.mandates.length === 0 && !viewer.coordinator && !viewer.platformAdministrator) {
    return (
      <Page narrow>
        <PageHeader title={t('desk.title')} />
        <EmptyState step={<LinkButton to="/anmelden?zurueck=/koordination">{t('desk.signIn')}</LinkButton>}>
          {t('desk.onlyMembers')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={t('desk.title')} explanation={`${format.date(today)}. ${t('desk.lead')}`} actions={<ReportLink />} />
      <Column>
        {contactsFirst ? <ContactRequests /> : null}
        {deskParts.map((Part, index) => (
          <Part key={index} />
        ))}
        {contactsFirst ? null : <ContactRequests />}
      </Column>
    </Page>
  );
}
