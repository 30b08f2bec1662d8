import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
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
import { RoundDialog } from './RoundDialog';
import { useOwnerWords } from './useOwnerWords';
import { ERASE_ROUND, useRounds, type Round } from './useRounds';
import './views.css';

/** `/netzwerk/rundgaenge`: paths through views, for meetings. */
export function RoundsPage() {
  const t = useMessages('network');
  const viewer = useViewer();
  const [making, setMaking] = useState(false);
  const { lists, error, refresh } = useRounds();
  const isMember = viewer ? viewer.mandates.length > 0 || viewer.coordinator || viewer.platformAdministrator : false;
  return (
    <Page narrow>
      <PageHeader
        title={t('views.rounds.title')}
        explanation={t('views.rounds.lead')}
        actions={
          <>
            <LinkButton to="/netzwerk/ansichten">{t('views.list.title')}</LinkButton>
            {isMember ? (
              <Button kind="primary" onClick={() => setMaking(true)}>
                {t('views.rounds.new')}
              </Button>
            ) : null}
          </>
        }
      />
      {error && !lists ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {!lists && !error ? <Loading /> : null}
      {lists ? (
        <Column>
          <Section title={t('views.rounds.mine')}>
            {lists.mine.length === 0 ? <EmptyState>{t(isMember ? 'views.rounds.none' : 'views.rounds.membersOnly')}</EmptyState> : null}
            <EntryList label={t('views.rounds.mine')}>
              {lists.mine.map((round) => (
                <RoundEntry key={round.id} round={round} onChange={() => void refresh()} />
              ))}
            </EntryList>
          </Section>
          {lists.ofRegion.length > 0 ? (
            <Section title={t('views.rounds.region')}>
              <EntryList label={t('views.rounds.region')}>
                {lists.ofRegion.map((round) => (
                  <RoundEntry key={round.id} round={{ ...round, yours: false }} onChange={() => void refresh()} />
                ))}
              </EntryList>
            </Section>
          ) : null}
        </Column>
      ) : null}
      {making ? <RoundDialog round={null} onDone={() => void refresh()} onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

function RoundEntry({ round, onChange }: { round: Round; onChange: () => void }) {
  const t = useMessages('network');
  const format = useFormat();
  const today = useToday();
  const ownerWords = useOwnerWords();
  const { id, name, sentence, stopCount, changedOn, visibility, yours } = round;
  const changed = t('views.list.changedOn', { date: format.recent(changedOn, today) });
  return (
    <Entry
      title={<Link to={`/netzwerk/rundgaenge/${id}`}>{name}</Link>}
      beside={yours ? <Tag>{t(`views.list.seen.${visibility}`)}</Tag> : null}
      meta={<FactLine parts={[t('views.rounds.stops', { count: stopCount }), ownerWords(round), changed]} />}
      actions={yours ? <RoundActs round={round} onChange={onChange} /> : null}
    >
      {sentence}
    </Entry>
  );
}

function RoundActs({ round, onChange }: { round: Round; onChange: () => void }) {
  const t = useMessages('network');
  const tell = useAnswerToast('network');
  const [open, setOpen] = useState<'edit' | 'erase' | null>(null);
  const { send, busy } = useMutationAnswer(ERASE_ROUND);
  const close = () => setOpen(null);
  const erase = async () => {
    tell(await send({ input: { id: round.id, expectedVersion: round.version } }), t('views.rounds.erased'));
    close();
    onChange();
  };
  return (
    <>
      <TextButton onClick={() => setOpen('edit')}>{t('views.rounds.edit')}</TextButton>
      <TextButton onClick={() => setOpen('erase')}>{t('views.rounds.erase')}</TextButton>
      {open === 'edit' ? <RoundDialog round={round} onDone={onChange} onClose={close} /> : null}
      {open === 'erase' ? (
        <EraseDialog
          title={t('views.rounds.eraseTitle')}
          text={t('views.rounds.eraseText', { name: round.name })}
          act={t('views.rounds.erase')}
          busy={busy}
          onErase={() => void erase()}
          onClose={close}
        />
      ) : null}
    </>
  );
}
