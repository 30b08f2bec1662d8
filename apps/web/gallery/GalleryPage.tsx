import { Breadcrumbs, Button, FactLine, KindMark, Page, PageHeader, Tag } from '@knotenpunkt/webkit/ui';
import { Charts } from './Charts';
import { DecoratedNetworks } from './DecoratedNetworks';
import { FormSpecimen } from './FormSpecimen';
import { Marks } from './Marks';
import { Networks } from './Networks';
import { Parts } from './Parts';
import { Tables } from './Tables';
import './gallery.css';

/** Every component in all its states: for pictures, axe, and whoever looks for one. Not offered in the navigation. */
export function GalleryPage() {
  return (
    <Page>
      <PageHeader
        title="Spedition Hellwald"
        mark={<KindMark kind="COMPANY" size={28} />}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: 'Akteure', to: '/stil' }, { label: 'Wirtschaft' }]} />}
        lead="Stückgut, Lager, 90 Lkw. Fahrer:innen fehlen überall."
        facts={
          <>
            <Tag>Deglobalisierung</Tag>
            <Tag>Demografie</Tag>
            <FactLine parts={['Ostwalden', '160 Beschäftigte', 'zuletzt bestätigt am 9. November 2026']} />
          </>
        }
        actions={
          <>
            <Button kind="plain">Folgen</Button>
            <Button kind="plain">Drucken</Button>
            <Button kind="primary">Kontakt anbahnen</Button>
          </>
        }
      />
      <div className="kn-gallery">
        <Marks />
        <Tables />
        <Charts />
        <Parts />
        <FormSpecimen />
        <Networks />
        <DecoratedNetworks />
      </div>
    </Page>
  );
}
