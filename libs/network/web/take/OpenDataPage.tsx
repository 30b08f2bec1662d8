import { CATALOGUE_FILE, licenceOf, OPEN_FILES, type OpenFile } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useConfiguration, useQuery, useRegion } from '@knotenpunkt/webkit/data';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { FactList, Notice, Page, PageHeader, Section, Table } from '@knotenpunkt/webkit/ui';
import '../messages';
import './open-data.css';

const STATE = graphql(`
  query OpenDataState {
    networkState {
      asOf
    }
  }
`);

/** "Offene Daten": what is public of the region's network, at addresses that stay, and what one may do with it. */
export function OpenDataPage() {
  const t = useMessages('network');
  const region = useRegion();
  const { operator } = useConfiguration();
  const { date } = useFormat();
  const { data } = useQuery(STATE);
  const licence = licenceOf(region, operator?.dataLicence);
  const folder = `/daten/offen/${region.slug}`;
  const attribution = t('take.source.platform', { region: region.name });
  const note = region.example
    ? t('take.source.invented', { region: region.name })
    : region.sourceNote
      ? t('take.source.press', { note: region.sourceNote })
      : null;
  const link = (file: string) => (
    <a href={`${folder}/${file}`}>
      <code>{`${folder}/${file}`}</code>
    </a>
  );
  return (
    <Page narrow>
      <PageHeader title={t('take.open.title')} />
      <div className="open-data">
        <p>{t('take.open.lead', { region: region.name })}</p>
        {note ? <Notice>{note}</Notice> : null}
        <FactList
          facts={[
            { term: t('take.open.region'), value: region.name },
            { term: t('take.open.state'), value: data ? date(data.networkState.asOf) : '…' },
            { term: t('take.open.source'), value: attribution },
            { term: t('take.open.licence'), value: licence ? <a href={licence.address}>{licence.name}</a> : t('take.open.noLicence') },
          ]}
        />
        <Section title={t('take.open.files')}>
          <p>{t('take.open.filesLead')}</p>
          <Table
            caption={t('take.open.files')}
            columns={[
              { id: 'file', label: t('take.open.file') },
              { id: 'what', label: t('take.open.what') },
            ]}
            rows={[
              ...(Object.keys(OPEN_FILES) as OpenFile[]).map((file) => {
                const { format } = OPEN_FILES[file];
                return {
                  id: file,
                  cells: { file: link(file), what: `${t(`take.formats.${format}.name`)}: ${t(`take.formats.${format}.hint`)}` },
                };
              }),
              { id: CATALOGUE_FILE, cells: { file: link(CATALOGUE_FILE), what: t('take.open.catalogue') } },
            ]}
            stacked
          />
        </Section>
        <Section title={t('take.open.use')}>
          <p>
            {licence ? (
              <Sentence
                room="network"
                say="take.open.useLicence"
                values={{ name: licence.name, attribution }}
                parts={{ licence: <a href={licence.address} /> }}
              />
            ) : (
              t('take.open.useNone')
            )}
          </p>
          <p>{t('take.open.description', { region: region.name })}</p>
        </Section>
        <Fields of="actors" />
        <Fields of="ties" />
      </div>
    </Page>
  );
}

function Fields({ of }: { of: 'actors' | 'ties' }) {
  const t = useMessages('network');
  return (
    <Section title={t(`take.open.${of}`)}>
      <Table
        caption={t(`take.open.${of}`)}
        columns={[
          { id: 'field', label: t('take.open.field') },
          { id: 'meaning', label: t('take.open.meaning') },
        ]}
        rows={FIELDS[of].map((field) => ({ id: field, cells: { field: <code>{field}</code>, meaning: t(`take.fields.${of}.${field}`) } }))}
        stacked
      />
    </Section>
  );
}

const FIELDS = {
  actors: ['id', 'name', 'label', 'kind', 'themes', 'city', 'community', 'degree', 'x', 'y', 'address'],
  ties: ['a', 'b', 'grade', 'strength', 'since', 'until', 'sources'],
};
