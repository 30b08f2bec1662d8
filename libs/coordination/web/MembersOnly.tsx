import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';

/** What those see who act for an organisation or coordinate; others are told so, with the way to sign in and back. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const t = useMessages('coordination');
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  if (viewer.mandates.length > 0 || viewer.coordinator || viewer.platformAdministrator) return children;
  return (
    <Page narrow>
      <PageHeader title={t('introductions.title')} explanation={t('introductions.explanation')} />
      <EmptyState step={<LinkButton to={`/anmelden?zurueck=${pathname}`}>{t('introductions.list.signInStep')}</LinkButton>}>
        {t('introductions.list.signIn')}
      </EmptyState>
    </Page>
  );
}
