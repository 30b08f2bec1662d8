import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Column,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Section,
  Tag,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { EraseDialog } from './EraseDialog';
import { RenameViewDialog } from './RenameViewDialog';
import { ShareViewDialog } from './ShareViewDialog';
import { useKeptViews, type KeptView } from './useKeptViews';
import { useOwnerWords } from './useOwnerWords';
import { ARCHIVE, ERASE, RESTORE } from './viewActs';
import './views.css';

/** `/netzwerk/ansichten`: the views one keeps, and those of the region. */
export function ViewsPage() {
  const t = useMessages('network');
  const viewer = useViewer();
  const { lists, error, refresh } = useKeptViews();
  return (
    <Page narrow>
      <PageHeader
        title={t('views.list.title')}
        explanation={t('views.list.lead')}
        actions={
          <>
            <LinkButton to="/netzwerk">{t('views.list.toNetwork')}</LinkButton>
            <LinkButton to="/netzwerk/rundgaenge">{t('views.rounds.title')}</LinkButton>
          </>
        }
      />
      {error && !lists ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {!lists && !error ? <Loading /> : null}
      {lists ? (
        <Column>
          <Section title={t('views.list.mine')}>
            {viewer && !viewer.personId ? (
              <EmptyState step={<LinkButton to="/anmelden?zurueck=/netzwerk/ansichten">{t('views.list.signIn')}</LinkButton>}>
                {t('views.list.signInHint')}
              </EmptyState>
            ) : lists.mine.length === 0 ? (
              <EmptyState step={<LinkButton to="/netzwerk">{t('views.list.toNetwork')}</LinkButton>}>{t('views.list.none')}</EmptyState>
            ) : null}
            <EntryList label={t('views.list.mine')}>
              {lists.mine.map((view) => (
                <ViewEntry key={view.id} view={view} onChange={() => void refresh()} />
              ))}
            </EntryList>
          </Section>
          <Section title={t('views.list.region')} explanation={t('views.list.regionHint')}>
            {lists.ofRegion.length === 0 ? <EmptyState>{t('views.list.noneRegion')}</EmptyState> : null}
            <EntryList label={t('views.list.region')}>
              {lists.ofRegion
                .filter(({ yours }) => !yours)
                .concat(lists.ofRegion.filter(({ yours }) => yours))
                .map((view) => (
                  <ViewEntry key={view.id} view={{ ...view, yours: false }} onChange={() => void refresh()} />
                ))}
            </EntryList>
          </Section>
        </Column>
      ) : null}
    </Page>
  );
}

function ViewEntry({ view, onChange }: { view: KeptView; onChange: () => void }) {
  const t = useMessages('network');
  const format = useFormat();
  const today = useToday();
  const ownerWords = useOwnerWords();
  const { id, name, sentence, visibility, changedOn, archived, yours } = view;
  return (
    <Entry
      title={<Link to={`/netzwerk/ansichten/${id}`}>{name}</Link>}
      beside={yours ? <Tag>{archived ? t('views.list.away') : t(`views.list.seen.${visibility}`)}</Tag> : null}
      meta={<FactLine parts={[ownerWords(view), t('views.list.changedOn', { date: format.recent(changedOn, today) })]} />}
      actions={yours ? <ViewActs view={view} onChange={onChange} /> : null}
    >
      {sentence}
    </Entry>
  );
}

type Open = 'share' | 'rename' | 'erase' | null;

function ViewActs({ view, onChange }: { view: KeptView; onChange: () => void }) {
  const t = useMessages('network');
  const tell = useAnswerToast('network');
  const [open, setOpen] = useState<Open>(null);
  const archive = useMutationAnswer(ARCHIVE);
  const restore = useMutationAnswer(RESTORE);
  const erase = useMutationAnswer(ERASE);
  const { id, name, version, archived } = view;
  const input = { id, expectedVersion: version };
  const close = () => setOpen(null);
  const act = async (answer: Promise<Parameters<typeof tell>[0]>, done: string) => {
    tell(await answer, done);
    close();
    onChange();
  };
  return (
    <>
      {archived ? (
        <TextButton disabled={restore.busy} onClick={() => void act(restore.send({ input }), t('views.list.restored'))}>
          {t('views.list.restore')}
        </TextButton>
      ) : (
        <>
          <TextButton onClick={() => setOpen('share')}>{t('views.open.share')}</TextButton>
          <TextButton onClick={() => setOpen('rename')}>{t('views.open.rename')}</TextButton>
          <TextButton disabled={archive.busy} onClick={() => void act(archive.send({ input }), t('views.list.archived'))}>
            {t('views.list.archive')}
          </TextButton>
        </>
      )}
      <TextButton onClick={() => setOpen('erase')}>{t('views.list.erase')}</TextButton>
      {open === 'share' ? <ShareViewDialog view={view} onDone={onChange} onClose={close} /> : null}
      {open === 'rename' ? <RenameViewDialog view={view} onDone={onChange} onClose={close} /> : null}
      {open === 'erase' ? (
        <EraseDialog
          title={t('views.list.eraseTitle')}
          text={t('views.list.eraseText', { name })}
          act={t('views.list.erase')}
          busy={erase.busy}
          onErase={() => void act(erase.send({ input }), t('views.list.erased'))}
          onClose={close}
        />
      ) : null}
    </>
  );
}
