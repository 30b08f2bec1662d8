import { useParams } from 'react-router';
import { viewToAddress } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, LeadOn, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { useOpenedView } from './useKeptViews';
import { OPENED } from './opened';

/** `/netzwerk/ansichten/:id`: leads into the network as the view has it, or says that it is not for the reader. */
export function ViewPage() {
  const t = useMessages('network');
  const { id = '' } = useParams();
  const { opened, error, refresh } = useOpenedView(id);
  if (opened) return <LeadOn to={`/netzwerk?${viewToAddress(opened.value, new URLSearchParams({ [OPENED]: opened.view.id }))}`} />;
  return (
    <Page narrow>
      <PageHeader title={t('views.open.label')} />
      {opened === null ? (
        <EmptyState step={<LinkButton to="/netzwerk">{t('views.open.goneStep')}</LinkButton>}>{t('views.open.gone')}</EmptyState>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
