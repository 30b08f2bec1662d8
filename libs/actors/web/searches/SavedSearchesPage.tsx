import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '@knotenpunkt/kernel';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  showToast,
  Tag,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { NewFindsList } from './NewFindsList';
import { RenameSearchDialog } from './RenameSearchDialog';
import { REMOVE_SEARCH, SAVE_SEARCH, SET_SEARCH_MAIL, useSavedSearches, type SavedSearch } from './useSavedSearches';

/** `/suchen`: the searches one has saved, each with what is new. */
export function SavedSearchesPage() {
  const t = useMessages('actors');
  const { signedIn, searches, error, refresh } = useSavedSearches();
  const [renamed, rename] = useState<SavedSearch | null>(null);
  return (
    <Page narrow>
      <PageHeader title={t('searches.title')} explanation={t('searches.explanation')} />
      {signedIn === false ? (
        <EmptyState step={<LinkButton to="/anmelden?zurueck=/suchen">{t('searches.signIn')}</LinkButton>}>
          {t('searches.onlySignedIn')}
        </EmptyState>
      ) : null}
      {error && !searches ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {signedIn !== false && !searches && !error ? <Loading /> : null}
      {searches?.length === 0 ? (
        <EmptyState step={<LinkButton to="/akteure">{t('searches.noneStep')}</LinkButton>}>{t('searches.none')}</EmptyState>
      ) : null}
      {searches && searches.length > 0 ? (
        <EntryList label={t('searches.title')}>
          {searches.map((search) => (
            <SearchEntry key={search.id} search={search} onRename={() => rename(search)} refresh={refresh} />
          ))}
        </EntryList>
      ) : null}
      {renamed ? <RenameSearchDialog search={renamed} onDone={() => void refresh()} onClose={() => rename(null)} /> : null}
    </Page>
  );
}

function SearchEntry({ search, onRename, refresh }: { search: SavedSearch; onRename: () => void; refresh: () => Promise<void> }) {
  const t = useMessages('actors');
  const say = useAnswerToast('actors');
  const removing = useMutationAnswer(REMOVE_SEARCH);
  const saving = useMutationAnswer(SAVE_SEARCH);
  const setting = useMutationAnswer(SET_SEARCH_MAIL);
  const { id, name, address, mail, newCount, version } = search;
  const remove = async () => {
    const answer = await removing.send({ id });
    if (answer.kind === 'done') {
      const undo = () => void saving.send({ input: { id: newId(), name, address, mail } }).then(refresh);
      showToast({ text: t('searches.removed', { name }), undo });
    } else say(answer, '');
    await refresh();
  };
  const setMail = async (wanted: boolean) => {
    say(
      await setting.send({ input: { id, expectedVersion: version, wanted } }),
      t(wanted ? 'searches.mailSetOn' : 'searches.mailSetOff', { name }),
    );
    await refresh();
  };
  return (
    <Entry
      title={<Link to={`/akteure?${address}`}>{name}</Link>}
      beside={newCount > 0 ? <Tag>{t('searches.new', { count: newCount })}</Tag> : null}
      meta={t(mail ? 'searches.byMail' : 'searches.withoutMail')}
      actions={
        <>
          <TextButton aria-label={t('searches.renameNamed', { name })} onClick={onRename}>
            {t('searches.rename')}
          </TextButton>
          <TextButton
            aria-label={t(mail ? 'searches.mailOffNamed' : 'searches.mailAgainNamed', { name })}
            onClick={() => void setMail(!mail)}
          >
            {t(mail ? 'searches.mailOff' : 'searches.mailAgain')}
          </TextButton>
          <TextButton aria-label={t('searches.removeNamed', { name })} onClick={() => void remove()}>
            {t('searches.remove')}
          </TextButton>
        </>
      }
    >
      {newCount > 0 ? <NewFindsList search={search} /> : null}
    </Entry>
  );
}
