import { useSearchParams } from 'react-router';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, ErrorNotice, LinkButton, Loading, Notice, Steps } from '@knotenpunkt/webkit/ui';
import { ListPreview } from './ListPreview';
import { ListUpload } from './ListUpload';
import { useThreadList } from './useThreadList';
import './list.css';

/** `/koordination/liste`: a coordinator's own list becomes threads. `?liste=<id>` is one that was read and is looked at. */
export function ListPage() {
  const t = useMessages('coordination');
  return (
    <CoordinatorsPage title={t('list.title')} explanation={t('list.explanation')} only={t('list.coordinatorsOnly')}>
      <Reading />
    </CoordinatorsPage>
  );
}

function Reading() {
  const t = useMessages('coordination');
  const [address, setAddress] = useSearchParams();
  const id = address.get('liste');
  const { list, error, retry, take, taking } = useThreadList(id);
  const opened = list?.opened ?? null;
  const current = id === null || list === null ? 0 : opened === null ? 1 : 3;
  const show = (read: string) => setAddress({ liste: read });
  return (
    <Column>
      <Steps label={t('list.title')} current={current} steps={[t('list.steps.file'), t('list.steps.check'), t('list.steps.done')]} />
      {id !== null && error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {id !== null && list === undefined && !error ? <Loading /> : null}
      {id !== null && list === null ? <Notice tone="due">{t('list.gone')}</Notice> : null}
      {list && opened !== null ? <Taken opened={opened} /> : null}
      {list && opened === null ? <ListPreview key={list.id} list={list} take={take} taking={taking} /> : null}
      {opened === null ? <ListUpload again={list !== undefined && list !== null} onRead={show} /> : null}
    </Column>
  );
}

function Taken({ opened }: { opened: number }) {
  const t = useMessages('coordination');
  return (
    <div role="status">
      <Notice
        tone="kept"
        title={t('list.takenTitle')}
        ways={
          <>
            <LinkButton kind="primary" to="/koordination">
              {t('list.toDesk')}
            </LinkButton>
            <LinkButton to="/koordination/liste">{t('list.again')}</LinkButton>
          </>
        }
      >
        {t('list.taken', { count: opened })} {t('list.takenRest')}
      </Notice>
    </div>
  );
}
