import { useState } from 'react';
import type { Direction } from '@knotenpunkt/actors/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  EmptyState,
  Entry,
  EntryList,
  FactLine,
  Section,
  showToast,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { Age } from './confirmation/Age';
import { EntryDialog } from './EntryDialog';
import { useCompetences } from './useCompetences';
import type { Steckbrief, SteckbriefEntry } from './useSteckbrief';

const CONFIRM = graphql(`
  mutation ConfirmEntry($input: EntryVersionInput!) {
    confirmEntry(input: $input) {
      ... on ActorEntry {
        id
        version
        confirmedOn
        outdated
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawEntry($input: EntryVersionInput!) {
    withdrawEntry(input: $input) {
      ... on ActorEntry {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Opened =
  { kind: 'add'; direction: Direction } | { kind: 'change'; entry: SteckbriefEntry } | { kind: 'withdraw'; entry: SteckbriefEntry } | null;

/** What it seeks and offers, with all that its own people do with it: add, change, confirm, take back. */
export function ActorEntries({ actor, onChange }: { actor: Steckbrief; onChange: () => void }) {
  const t = useMessages('actors');
  const [opened, open] = useState<Opened>(null);
  const confirm = useMutationAnswer(CONFIRM);
  const withdraw = useMutationAnswer(WITHDRAW);
  const say = useAnswerToast('actors');
  const mine = actor.availableActions.includes('addEntry');

  const tell = (answer: Answer<unknown>, done: string) => {
    say(answer, done);
    onChange();
  };
  const confirmEntry = async ({ id, version }: SteckbriefEntry) =>
    tell(await confirm.send({ input: { id, expectedVersion: version } }), t('entries.confirmedNow'));
  const withdrawEntry = async ({ id, version }: SteckbriefEntry) => {
    tell(await withdraw.send({ input: { id, expectedVersion: version } }), t('entries.withdrawn'));
    open(null);
  };

  const list = (direction: Direction, entries: readonly SteckbriefEntry[]) => (
    <Section
      title={t(direction === 'NEED' ? 'entries.needs' : 'entries.offers')}
      beside={
        mine ? (
          <TextButton onClick={() => open({ kind: 'add', direction })}>
            {t(direction === 'NEED' ? 'entries.addNeed' : 'entries.addOffer')}
          </TextButton>
        ) : null
      }
    >
      {entries.length === 0 ? (
        <EmptyState>
          {t(
            actor.provenance === 'PUBLIC_SOURCES' ? 'entries.noneReported' : direction === 'NEED' ? 'entries.noNeeds' : 'entries.noOffers',
          )}
        </EmptyState>
      ) : (
        <EntryList label={t(direction === 'NEED' ? 'entries.needs' : 'entries.offers')}>
          {entries.map((entry) => (
            <OneEntry
              key={entry.id}
              entry={entry}
              onConfirm={() => void confirmEntry(entry)}
              onChange={() => open({ kind: 'change', entry })}
              onWithdraw={() => open({ kind: 'withdraw', entry })}
            />
          ))}
        </EntryList>
      )}
    </Section>
  );

  // Read again after somebody was faster: the dialog compares with what is there now.
  const present = (entry: SteckbriefEntry) => [...actor.needs, ...actor.offers].find(({ id }) => id === entry.id) ?? entry;
  const taken = opened?.kind === 'withdraw' ? opened.entry : null;
  return (
    <>
      {list('NEED', actor.needs)}
      {list('OFFER', actor.offers)}
      {opened && opened.kind !== 'withdraw' ? (
        <EntryDialog
          key={opened.kind === 'change' ? opened.entry.id : opened.direction}
          actorId={actor.id}
          direction={opened.kind === 'change' ? opened.entry.direction : opened.direction}
          entry={opened.kind === 'change' ? present(opened.entry) : null}
          onClose={() => open(null)}
          onDone={() => {
            showToast({ text: t(opened.kind === 'change' ? 'entries.changed' : 'entries.added') });
            open(null);
            onChange();
          }}
          onStale={onChange}
        />
      ) : null}
      <Dialog
        open={taken !== null}
        title={t('entries.withdrawTitle')}
        onClose={() => open(null)}
        foot={
          <>
            <Button onClick={() => open(null)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="danger" busy={withdraw.busy} onClick={() => taken && void withdrawEntry(taken)}>
              {t('entries.withdraw')}
            </Button>
          </>
        }
      >
        <p>{t('entries.withdrawText', { title: taken?.title })}</p>
      </Dialog>
    </>
  );
}

interface OneEntryProps {
  entry: SteckbriefEntry;
  onConfirm: () => void;
  onChange: () => void;
  onWithdraw: () => void;
}

function OneEntry({ entry, onConfirm, onChange, onWithdraw }: OneEntryProps) {
  const t = useMessages('actors');
  const format = useFormat();
  const language = useLanguage();
  const today = useToday();
  const catalogue = useCompetences();
  const may = (action: string) => entry.availableActions.includes(action);
  const { fromOn, untilOn } = entry;
  // That something has begun long ago is no news.
  const from = fromOn && (untilOn || fromOn > today) ? { date: fromOn } : null;
  const period = format.period(from, untilOn ? { date: untilOn } : null, today);
  const competences = entry.competences.map((id) => catalogue?.label(id, language) ?? '').filter(Boolean);
  const words = competences.length > 0 ? competences : entry.themes.map((id) => themeLabel(id, language));
  return (
    <Entry
      title={entry.title}
      meta={
        <FactLine
          parts={[
            period,
            format.list(words.slice(0, 3)),
            entry.outdated && <Age of={entry} />,
            may('confirmEntry') && !entry.outdated && entry.confirmedOn && t('entries.confirmed', { date: format.date(entry.confirmedOn) }),
            !entry.confirmedOn && entry.sourceNote && t('entries.fromList', { source: entry.sourceNote }),
            entry.audience === 'MEMBERS' && t('entries.membersOnly'),
            !entry.holds && t('entries.over'),
          ]}
        />
      }
      actions={
        entry.availableActions.length > 0 ? (
          <span className="kn-no-print actors-acts">
            {may('changeEntry') ? <TextButton onClick={onChange}>{t('entries.change')}</TextButton> : null}
            {may('confirmEntry') && entry.confirmedOn !== today ? (
              <TextButton onClick={onConfirm}>{t('entries.confirm')}</TextButton>
            ) : null}
            {may('withdrawEntry') ? <TextButton onClick={onWithdraw}>{t('entries.withdraw')}</TextButton> : null}
          </span>
        ) : null
      }
    >
      {entry.text}
    </Entry>
  );
}
