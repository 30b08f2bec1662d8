import { useSearchParams } from 'react-router';
import { AuditList, CoordinatorsPage, useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Segments } from '@knotenpunkt/webkit/ui';

/** `/koordination/protokoll`: who let whom do what in the region; for administrators of the platform also what belongs to none. */
export function TrailPage() {
  const t = useMessages('identity');
  const viewer = useViewer();
  const [address, setAddress] = useSearchParams();
  const decides = viewer?.platformAdministrator ?? false;
  const withoutRegion = decides && address.get('was') === 'konten';
  return (
    <CoordinatorsPage narrow title={t('audit.title')} explanation={t('audit.lead')} only={t('audit.onlyDeciders')}>
      {decides ? (
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
      <AuditList key={String(withoutRegion)} withoutRegion={withoutRegion} />
    </CoordinatorsPage>
  );
}
