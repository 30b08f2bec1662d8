import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, EmptyState, LinkButton, Loading, Page, PageHeader, type Crumb } from '@knotenpunkt/webkit/ui';
import { useCoordinates } from './useCoordinates';

export interface CoordinatorsPageProps {
  title: string;
  explanation?: string;
  /** What others read: whose page it is. */
  only: string;
  narrow?: boolean;
  /** Pages on the way from the desk to this one. */
  below?: readonly Crumb[];
  children: ReactNode;
}

/** A page of the coordination, on the way from its desk; others are told whose it is. */
export function CoordinatorsPage({ title, explanation, only, narrow = false, below = [], children }: CoordinatorsPageProps) {
  const t = useMessages('identity');
  const coordinates = useCoordinates();
  if (coordinates === null) return <Loading />;
  const crumbs = [{ label: t('coordinators.desk'), to: '/koordination' }, ...below];
  return (
    <Page narrow={narrow || !coordinates}>
      <PageHeader title={title} explanation={explanation} breadcrumbs={<Breadcrumbs crumbs={crumbs} />} />
      {coordinates ? (
        children
      ) : (
        <EmptyState step={<LinkButton to="/koordination">{t('coordinators.toDesk')}</LinkButton>}>{only}</EmptyState>
      )}
    </Page>
  );
}
