import { Link } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section, Tag } from '@knotenpunkt/webkit/ui';
import { NewFindsList } from './NewFindsList';
import { useSavedSearches } from './useSavedSearches';

/** On the first page: what saved searches have found. Nothing where nothing is new. */
export function NewFinds() {
  const t = useMessages('actors');
  const { searches = [] } = useSavedSearches();
  const news = searches.filter(({ newCount }) => newCount > 0);
  if (news.length === 0) return null;
  return (
    <Section title={t('searches.news')} beside={<Link to="/suchen">{t('searches.all')}</Link>}>
      <EntryList label={t('searches.news')}>
        {news.map((search) => (
          <Entry
            key={search.id}
            title={<Link to={`/akteure?${search.address}`}>{search.name}</Link>}
            beside={<Tag>{t('searches.new', { count: search.newCount })}</Tag>}
          >
            <NewFindsList search={search} />
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
