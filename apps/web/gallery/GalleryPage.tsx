import { Page, PageHeader } from '@knotenpunkt/webkit/ui';

export function GalleryPage() {
  return (
    <Page>
      <PageHeader title="Stil" />
    </Page>
  );
}
