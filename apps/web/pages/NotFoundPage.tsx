import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Page, PageHeader } from '@knotenpunkt/webkit/ui';

/** An address that leads nowhere, or to something the reader may not see: both look the same. */
export function NotFoundPage() {
  const t = useMessages('app');
  return (
    <Page narrow>
      <PageHeader title={t('notFound.title')} explanation={t('notFound.text')} />
      <LinkButton to="/" kind="primary">
        {t('notFound.home')}
      </LinkButton>
    </Page>
  );
}
