import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, EntryList, ErrorNotice, FactLine, GradeLine, Section, StateMark } from '@knotenpunkt/webkit/ui';
import { EnterOutsideDialog } from './EnterOutsideDialog';
import { OutsideActs } from './OutsideActs';
import { purposeAddress } from './commitment-parts';
import { useOutsidePromises, type ShownOutside } from './outside-parts';
import './commitments.css';

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
      explanation={t('outside.notYet')}
      beside={
        <Button small onClick={() => setEntering(true)}>
          {t('outside.enter.open')}
        </Button>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {waiting.length === 0 && !error ? <EmptyState>{t('outside.none')}</EmptyState> : null}
      <div className="agreements-outside">
        <EntryList label={t('outside.title')}>
          {waiting.map((promise) => (
            <Waiting key={promise.id} promise={promise} onChange={refresh} />
          ))}
        </EntryList>
      </div>
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

/** In one line who said it, how and when; always dashed, for it does not count. */
function Waiting({ promise, onChange }: { promise: ShownOutside; onChange: () => void }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const { actor, purpose, text, way, saidOn, remindedOn } = promise;
  return (
    <Entry
      mark={<GradeLine grade="STATED" silent />}
      title={
        <FactLine
          parts={[
            actor ? <Link to={`/akteure/${actor.slug}`}>{actor.shortName || actor.name}</Link> : t('row.unknownActor'),
            t('outside.said', { way: t(`outside.ways.${way}`), date: format.shortDate(saidOn) }),
          ]}
        />
      }
      meta={remindedOn ? t('outside.reminded', { date: format.shortDate(remindedOn) }) : null}
      actions={<OutsideActs promise={promise} onChange={onChange} />}
    >
      <FactLine parts={[text, <Link to={purposeAddress(purpose)}>{purpose.title}</Link>]} />
    </Entry>
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
