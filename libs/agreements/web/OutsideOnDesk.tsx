import { useState } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, EntryList, ErrorNotice, FactLine, Section, StateMark } from '@knotenpunkt/webkit/ui';
import { EnterOutsideDialog } from './EnterOutsideDialog';
import { OutsideList } from './OutsideList';
import { useOutsidePromises, type ShownOutside } from './outside-parts';

const DECIDED_SHOWN = 5;

/** Desk of the coordination: what was promised elsewhere and waits, what became of the last, and entering another. */
export function OutsideOnDesk() {
  const t = useMessages('agreements');
  const viewer = useViewer();
  const { waiting, decided, error, refresh } = useOutsidePromises();
  const [entering, setEntering] = useState(false);
  if (!viewer?.coordinator && !viewer?.platformAdministrator) return null;
  return (
    <Section
      title={t('outside.title')}
      explanation={t('outside.explanation')}
      beside={
        <Button small onClick={() => setEntering(true)}>
          {t('outside.enter.open')}
        </Button>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {waiting.length === 0 && !error ? <EmptyState>{t('outside.none')}</EmptyState> : null}
      <OutsideList promises={waiting} onChange={refresh} />
      {decided.length > 0 ? (
        <Section title={t('outside.decided')} level={3}>
          <EntryList label={t('outside.decided')}>
            {decided.slice(0, DECIDED_SHOWN).map((promise) => (
              <DecidedOutside key={promise.id} promise={promise} />
            ))}
          </EntryList>
        </Section>
      ) : null}
      {entering ? <EnterOutsideDialog onClose={() => setEntering(false)} onDone={refresh} /> : null}
    </Section>
  );
}

/** What became of one. */
export function DecidedOutside({ promise: { state, decidedOn, answerBy, text, actor, purpose, objection } }: { promise: ShownOutside }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const date = format.shortDate(state === 'NO_ANSWER' ? answerBy : (decidedOn ?? answerBy));
  return (
    <Entry
      over={<StateMark state={state === 'CONFIRMED' ? 'kept' : 'withdrawn'}>{t(`outside.states.${state}`, { date })}</StateMark>}
      title={text}
      meta={<FactLine parts={[actor?.name ?? t('row.unknownActor'), purpose.title]} />}
    >
      {objection ? t('outside.objection', { text: objection }) : null}
    </Entry>
  );
}
