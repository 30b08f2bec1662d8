import { useSearchParams } from 'react-router';
import { INITIATIVE_KINDS, INITIATIVE_ORIGINS, type InitiativeKind, type InitiativeState } from '@knotenpunkt/initiatives/domain';
import { readPeriod, writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { THEMES, themeLabel, themeOf } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, usePages } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  EmptyState,
  LinkButton,
  Page,
  PagedEntries,
  PageHeader,
  SearchField,
  Segments,
  Select,
  TextButton,
  useRestingText,
} from '@knotenpunkt/webkit/ui';
import { InitiativeEntry } from './InitiativeEntry';
import './initiatives.css';

const INITIATIVES = graphql(`
  query Initiatives($filter: InitiativeFilterInput, $first: Int!, $after: String) {
    initiatives(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...InitiativeEntryParts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What each choice asks the server for; the word stands in the address. */
const CHOICES: Record<string, InitiativeState[] | null> = {
  alle: null,
  laufend: ['ACTIVE'],
  ideen: ['IDEA'],
  abgeschlossen: ['FINISHED', 'ABANDONED'],
};

/** What is filtered by, kept in the address so that it can be shared. */
function useFilter() {
  const [address, setAddress] = useSearchParams();
  const [theme, kind, choice] = [address.get('feld') ?? '', address.get('art') ?? '', address.get('zeigt') ?? 'alle'];
  const now = {
    search: address.get('suche') ?? '',
    theme: themeOf(theme) ? theme : '',
    kind: INITIATIVE_KINDS.includes(kind as InitiativeKind) ? kind : '',
    choice: choice in CHOICES ? choice : 'alle',
    begun: readPeriod(address.get('begonnen')),
    ended: readPeriod(address.get('beendet')),
    origins: INITIATIVE_ORIGINS.filter((origin) => (address.get('herkunft') ?? '').split(',').includes(origin)),
  };
  const change = (next: Partial<typeof now>) => {
    const { search, theme: feld, kind: art, choice: zeigt, begun, ended, origins } = { ...now, ...next };
    const parameters = new URLSearchParams();
    if (search.trim()) parameters.set('suche', search);
    if (zeigt !== 'alle') parameters.set('zeigt', zeigt);
    if (art) parameters.set('art', art);
    if (feld) parameters.set('feld', feld);
    if (begun) parameters.set('begonnen', writePeriod(begun));
    if (ended) parameters.set('beendet', writePeriod(ended));
    if (origins.length > 0) parameters.set('herkunft', origins.join(','));
    setAddress(parameters, { replace: true, preventScrollReset: true });
  };
  const only = now.begun !== null || now.ended !== null || now.origins.length > 0;
  return { ...now, change, any: only || now.search.trim() !== '' || now.theme !== '' || now.kind !== '' || now.choice !== 'alle' };
}

/** What only links lead to, in sentences: a period, and where a Vorhaben comes from. */
function useOnlyWords({ begun, ended, origins }: Pick<ReturnType<typeof useFilter>, 'begun' | 'ended' | 'origins'>): string[] {
  const t = useMessages('initiatives');
  const format = useFormat();
  const during = (key: string, period: DayPeriod | null) =>
    period ? [t(`page.only.${key}`, { from: format.date(period.from), until: format.date(period.until) })] : [];
  const named = format.choice(origins.map((origin) => t(`origins.${origin}`)));
  return [
    ...during('begun', begun),
    ...during('ended', ended),
    ...(origins.length > 0 ? [t('page.only.origins', { origins: named })] : []),
  ];
}

/** `/vorhaben`: what is done together in the region. */
export function InitiativesPage() {
  const t = useMessages('initiatives');
  const language = useLanguage();
  const filter = useFilter();
  const [text, setText] = useRestingText(filter.search, (search) => filter.change({ search }));
  const asked = {
    search: filter.search.trim() || null,
    kinds: filter.kind ? [filter.kind as InitiativeKind] : null,
    themes: filter.theme ? [filter.theme] : null,
    states: CHOICES[filter.choice] ?? null,
    begun: filter.begun,
    ended: filter.ended,
    origins: filter.origins.length > 0 ? filter.origins : null,
  };
  const only = useOnlyWords(filter);
  const pages = usePages(INITIATIVES, 'initiatives', { filter: asked }, 30);
  useLiveChanges(['initiative'], () => void pages.refresh());
  const start = (
    <LinkButton kind="primary" to="/vorhaben/neu">
      {t('page.new')}
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader title={t('page.title')} explanation={t('page.explanation')} actions={start} />
      <div className="initiatives-filters" role="search" aria-label={t('page.filters')}>
        <SearchField label={t('page.search')} value={text} onChange={setText} shortcut />
        <Segments
          label={t('page.choice')}
          value={filter.choice}
          onChange={(choice) => filter.change({ choice })}
          options={Object.keys(CHOICES).map((value) => ({ value, label: t(`page.choices.${value}`) }))}
        />
        <Select
          id="initiatives-kind"
          name="kind"
          label={t('page.kind')}
          small
          none={t('page.allKinds')}
          value={filter.kind}
          onChange={(kind) => filter.change({ kind })}
          options={INITIATIVE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <Select
          id="initiatives-theme"
          name="theme"
          label={t('page.theme')}
          small
          none={t('page.allThemes')}
          value={filter.theme}
          onChange={(theme) => filter.change({ theme })}
          options={THEMES.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
        />
      </div>
      {filter.any ? (
        <p>
          {only.join(' ')}{' '}
          <TextButton
            onClick={() => {
              setText('');
              filter.change({ search: '', theme: '', kind: '', choice: 'alle', begun: null, ended: null, origins: [] });
            }}
          >
            {t('page.reset')}
          </TextButton>
        </p>
      ) : null}
      <PagedEntries
        label={t('page.title')}
        pages={pages}
        empty={<EmptyState step={filter.any ? null : start}>{t(filter.any ? 'page.none' : 'page.empty')}</EmptyState>}
      >
        {(initiative) => <InitiativeEntry key={initiative.id} initiative={initiative} />}
      </PagedEntries>
    </Page>
  );
}
