import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { readsWhoActed } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  Column,
  Dialog,
  EmptyState,
  ErrorNotice,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Section,
  Select,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { Comparison } from './Comparison';
import { ReopenEntry } from './ReopenEntry';
import {
  useHistorySubject,
  useKeptEntries,
  useRestoringEntry,
  useRestoringProfile,
  useVersions,
  type HistorySubject,
  type KeptEntry,
} from './useHistory';
import { VersionList } from './VersionList';
import '../actors.css';
import './history.css';

/** `/akteure/:slug/verlauf?eintrag=<id>`: what a Steckbrief, an offer or a need said before, two versions side by side, and going back. */
export function HistoryPage() {
  const t = useMessages('actors');
  const { slug = '' } = useParams();
  const viewer = useViewer();
  const { actor, error, refresh } = useHistorySubject(slug);
  if (error && !actor)
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      </Page>
    );
  if (actor === undefined || !viewer)
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  if (actor === null || !readsWhoActed(viewer, actor.id))
    return (
      <Page narrow>
        <PageHeader title={t('history.title')} />
        <EmptyState step={<LinkButton to={actor ? `/akteure/${actor.slug}` : '/akteure'}>{t('edit.back')}</LinkButton>}>
          {t(actor ? 'history.notYours' : 'edit.unknown')}
        </EmptyState>
      </Page>
    );
  return <History actor={actor} />;
}

function History({ actor }: { actor: HistorySubject }) {
  const t = useMessages('actors');
  const [address, setAddress] = useSearchParams();
  const { entries = [], refresh } = useKeptEntries(actor.id);
  const today = useToday();
  const isOver = ({ withdrawn, untilOn }: KeptEntry) => withdrawn || (untilOn !== null && untilOn < today);
  const entryId = address.get('eintrag');
  const entry = entries.find(({ id }) => id === entryId);
  const mayWrite = actor.availableActions.includes('updateProfile');
  return (
    <Page>
      <PageHeader
        title={t('history.title')}
        explanation={t('history.explanation')}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('directory.title'), to: '/akteure' },
              { label: actor.name, to: `/akteure/${actor.slug}` },
            ]}
          />
        }
      />
      <Column>
        {entries.length > 0 ? (
          <Select<string>
            id="history-of"
            name="history-of"
            label={t('history.of')}
            none={t('history.profile')}
            value={entryId ?? ''}
            onChange={(id) => setAddress(id === '' ? {} : { eintrag: id }, { replace: true })}
            options={entries.map((one) => ({
              value: one.id,
              label: t(one.withdrawn ? 'history.withdrawnEntry' : isOver(one) ? 'history.endedEntry' : 'history.entry', {
                direction: t(`confirmation.entry.${one.direction}`),
                title: one.title,
              }),
            }))}
          />
        ) : null}
        <Versions
          key={entryId ?? actor.id}
          actor={actor}
          entryId={entryId}
          mayReturn={mayWrite && entry?.withdrawn !== true}
          mayReopen={mayWrite && entry !== undefined && isOver(entry)}
          onReopened={refresh}
        />
      </Column>
    </Page>
  );
}

interface VersionsProps {
  actor: HistorySubject;
  entryId: string | null;
  mayReturn: boolean;
  mayReopen: boolean;
  onReopened: () => Promise<void>;
}

function Versions({ actor, entryId, mayReturn, mayReopen, onReopened }: VersionsProps) {
  const t = useMessages('actors');
  const pages = useVersions(actor.id, entryId);
  const [said, choose] = useState<{ older: number; newer: number } | null>(null);
  const [newest, before] = pages.nodes;
  // The last change, until somebody chooses otherwise.
  const chosen = said ?? (newest && before ? { older: before.version, newer: newest.version } : null);
  const goesBack = mayReturn && chosen !== null && newest !== undefined && chosen.older !== newest.version;
  return (
    <>
      <Section title={t('history.versions')}>
        <VersionList pages={pages} chosen={chosen} onChoose={choose} />
        {mayReopen && entryId !== null && newest ? (
          <ReopenEntry
            id={entryId}
            expectedVersion={newest.version}
            onDone={async () => {
              choose(null);
              await Promise.all([pages.refresh(), onReopened()]);
            }}
          />
        ) : null}
      </Section>
      {chosen ? <Comparison key={`${chosen.older}-${chosen.newer}`} actorId={actor.id} entryId={entryId} {...chosen} /> : null}
      {goesBack ? (
        <GoBack
          actorId={actor.id}
          entryId={entryId}
          version={chosen.older}
          expectedVersion={newest.version}
          onDone={async () => {
            choose(null);
            await pages.refresh();
          }}
        />
      ) : null}
    </>
  );
}

interface GoBackProps {
  actorId: string;
  entryId: string | null;
  version: number;
  expectedVersion: number;
  onDone: () => Promise<void>;
}

/** Writes the earlier version again, after a question: what stands there now is replaced, and stays in the list. */
function GoBack({ actorId, entryId, version, expectedVersion, onDone }: GoBackProps) {
  const t = useMessages('actors');
  const [asked, ask] = useState(false);
  const profile = useRestoringProfile();
  const entry = useRestoringEntry();
  const tell = useAnswerToast('actors');
  const goBack = async () => {
    const done = t('history.wentBack', { number: version });
    if (entryId === null) tell(await profile.send({ input: { actorId, version, expectedVersion } }), done);
    else tell(await entry.send({ input: { id: entryId, version, expectedVersion } }), done);
    ask(false);
    await onDone();
  };
  return (
    <div>
      <Button onClick={() => ask(true)}>{t('history.goBack', { number: version })}</Button>
      <Dialog
        open={asked}
        title={t('history.goBackTitle', { number: version })}
        onClose={() => ask(false)}
        foot={
          <>
            <Button onClick={() => ask(false)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="primary" busy={profile.busy || entry.busy} onClick={() => void goBack()}>
              {t('history.goBackAct')}
            </Button>
          </>
        }
      >
        <p>{t(entryId === null ? 'history.goBackText' : 'history.goBackEntryText')}</p>
      </Dialog>
    </div>
  );
}
