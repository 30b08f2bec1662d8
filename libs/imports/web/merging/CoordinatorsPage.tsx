import type { ReactNode } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, Column, EmptyState, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import './merging.css';

interface CoordinatorsPageProps {
  title: string;
  explanation?: string;
  /** Below the list of duplicate entries. */
  below?: boolean;
  children: ReactNode;
}

/** A page for those who coordinate the region; others are told so. */
export function CoordinatorsPage({ title, explanation, below = false, children }: CoordinatorsPageProps) {
  const t = useMessages('imports');
  const desk = useMessages('coordination');
  const viewer = useViewer();
  if (!viewer) return <Loading />;
  const permitted = viewer.coordinator || viewer.platformAdministrator;
  const crumbs = [{ label: desk('desk.title'), to: '/koordination' }];
  if (below) crumbs.push({ label: t('merging.title'), to: '/koordination/doppelte' });
  return (
    <Page narrow={!permitted}>
      <PageHeader title={title} explanation={explanation} breadcrumbs={<Breadcrumbs crumbs={crumbs} />} />
      {permitted ? (
        <Column>{children}</Column>
      ) : (
        <EmptyState step={<LinkButton to="/koordination">{t('import.toDesk')}</LinkButton>}>{t('merging.coordinatorsOnly')}</EmptyState>
      )}
    </Page>
  );
}
