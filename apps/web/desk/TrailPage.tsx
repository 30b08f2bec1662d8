import { useSearchParams } from 'react-router';
// The words of this page's way are the coordination's; whoever comes here first has not loaded them yet.
import '@knotenpunkt/coordination/web';
import { AuditList, useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Breadcrumbs, EmptyState, LinkButton, Loading, Page, PageHeader, Segments } from '@knotenpunkt/webkit/ui';

/** `/koordination/protokoll`: who let whom do what in the region; for administrators of the platform also what belongs to none. */
export function TrailPage() {
  const t = useMessages('identity');
  const viewer = useViewer();
  const [address, setAddress] = useSearchParams();
  if (!viewer) return <Loading />;
  const permitted = viewer.coordinator || viewer.platformAdministrator;
  const withoutRegion = viewer.platformAdministrator && address.get('was') === 'konten';
  return (
    <Page narrow>
      <PageHeader
        title={t('audit.title')}
        explanation={t('audit.lead')}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('coordination:desk.title'), to: '/koordination' }]} />}
      />
      {viewer.platformAdministrator ? (
        <Segments
          label={t('audit.which')}
          value={withoutRegion ? 'noRegion' : 'region'}
          onChange={(which) => setAddress(which === 'noRegion' ? { was: 'konten' } : {}, { replace: true, preventScrollReset: true })}
          options={[
            { value: 'region', label: t('audit.region') },
            { value: 'noRegion', label: t('audit.noRegion') },
          ]}
        />
      ) : null}
      {permitted ? (
        <AuditList key={String(withoutRegion)} withoutRegion={withoutRegion} />
      ) : (
        <EmptyState step={<LinkButton to="/koordination">{t('coordination:desk.title')}</LinkButton>}>{t('audit.onlyDeciders')}</EmptyState>
      )}
    </Page>
  );
}
