import { useSearchParams } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Checkbox,
  EmptyState,
  ErrorNotice,
  LinkButton,
  Loading,
  MorePages,
  Page,
  PageHeader,
  SearchField,
  Segments,
  useRestingText,
} from '@knotenpunkt/webkit/ui';
import { OpenThreadButton } from './OpenThreadButton';
import { ThreadTable } from './ThreadTable';
import { useThreads } from './useThreads';
import { useCoordinates } from '@knotenpunkt/identity/web';
import './threads.css';

const STANDS = { ruhend: 'RESTING', offen: 'OPEN', erledigt: 'DONE' } as const;
type Stand = keyof typeof STANDS;

/** `/koordination/faeden`: threads that do not stand on the desk, all that are open, or those that are done. */
export function ThreadsPage() {
  const t = useMessages('coordination');
  const coordinates = useCoordinates();
  if (coordinates) return <Threads />;
  return (
    <Page narrow>
      <PageHeader title={t('threads.list.title')} />
      {coordinates === null ? (
        <Loading />
      ) : (
        <EmptyState step={<LinkButton to="/anmelden?zurueck=/koordination/faeden">{t('desk.signIn')}</LinkButton>}>
          {t('threads.list.only')}
        </EmptyState>
      )}
    </Page>
  );
}

function Threads() {
  const t = useMessages('coordination');
  const [address, setAddress] = useSearchParams();
  const given = address.get('stand') as Stand | null;
  const stand: Stand = given && given in STANDS ? given : 'ruhend';
  const mine = address.get('meine') === '1';
  const search = address.get('suche') ?? '';
  const set = (key: string, value: string | null) =>
    setAddress(
      (before) => {
        if (value) before.set(key, value);
        else before.delete(key);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const pages = useThreads(STANDS[stand], mine, search);
  return (
    <Page>
      <PageHeader
        title={t('threads.list.title')}
        explanation={t(`threads.list.explanation.${stand}`)}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('desk.title'), to: '/koordination' }]} />}
        actions={<OpenThreadButton main onDone={() => void pages.refresh()} />}
      />
      <div className="threads-tools">
        <Segments
          label={t('threads.list.which')}
          value={stand}
          onChange={(value) => set('stand', value)}
          options={(Object.keys(STANDS) as Stand[]).map((value) => ({ value, label: t(`threads.list.stands.${value}`) }))}
        />
        <Search given={search} onRest={(text) => set('suche', text)} />
        <Checkbox
          id="threads-mine"
          name="mine"
          label={t('threads.list.mine')}
          value={mine}
          onChange={(on) => set('meine', on ? '1' : null)}
        />
      </div>
      {pages.error ? <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.error && pages.nodes.length === 0 ? (
        <EmptyState>{t(search ? 'threads.list.notFound' : `threads.list.none.${stand}`, { search })}</EmptyState>
      ) : null}
      {pages.nodes.length > 0 ? (
        <ThreadTable
          threads={pages.nodes}
          label={t(`threads.list.stands.${stand}`)}
          keys
          done={stand === 'erledigt'}
          onChange={() => void pages.refresh()}
        />
      ) : null}
      <MorePages pages={pages} />
    </Page>
  );
}

/** What is searched goes into the address once writing rests. */
function Search({ given, onRest }: { given: string; onRest: (text: string) => void }) {
  const t = useMessages('coordination');
  const [text, setText] = useRestingText(given, onRest);
  return <SearchField label={t('threads.list.search')} value={text} onChange={setText} shortcut />;
}
