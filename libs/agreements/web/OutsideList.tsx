import { Link } from 'react-router';
import { useMessages, useFormat } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, FactLine, GradeLine, Section } from '@knotenpunkt/webkit/ui';
import { OutsideActs } from './OutsideActs';
import { purposeAddress } from './commitment-parts';
import { useOutsidePromises, type ShownOutside } from './outside-parts';
import './commitments.css';

interface OutsideListProps {
  promises: readonly ShownOutside[];
  /** What the page around it is about, and therefore is not said again. */
  of?: 'actor' | 'purpose';
  onChange: () => void;
}

/** What waits for confirmation: always dashed, and always with the words that it does not count. */
export function OutsideList({ promises, of, onChange }: OutsideListProps) {
  const t = useMessages('agreements');
  if (promises.length === 0) return null;
  return (
    <div className="agreements-outside">
      <EntryList label={t('outside.title')}>
        {promises.map((promise) => (
          <OutsideEntry key={promise.id} promise={promise} of={of} onChange={onChange} />
        ))}
      </EntryList>
    </div>
  );
}

function OutsideEntry({ promise, of, onChange }: { promise: ShownOutside; of: OutsideListProps['of']; onChange: () => void }) {
  const t = useMessages('agreements');
  const format = useFormat();
  const { actor, purpose, text, way, saidOn, saidBy, proof, dueOn, answerBy, remindedOn } = promise;
  return (
    <Entry
      mark={<GradeLine grade="STATED" silent />}
      over={t('outside.mark')}
      title={text}
      meta={
        <FactLine
          parts={[
            of === 'actor' ? null : actor ? <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link> : t('row.unknownActor'),
            of === 'purpose' ? null : <Link to={purposeAddress(purpose)}>{purpose.title}</Link>,
            t('outside.due', { date: format.date(dueOn) }),
            t('outside.answerBy', { date: format.date(answerBy) }),
            remindedOn ? t('outside.reminded', { date: format.date(remindedOn) }) : null,
          ]}
        />
      }
      actions={promise.availableActions.length > 0 ? <OutsideActs promise={promise} onChange={onChange} /> : null}
    >
      <FactLine
        parts={[
          t('outside.said', { way: t(`outside.ways.${way}`), date: format.date(saidOn) }),
          saidBy ? t('outside.saidBy', { who: saidBy }) : null,
          proof ? t('outside.proof', { proof }) : null,
        ]}
      />
    </Entry>
  );
}

/** `/zusagen`: what waits among what the reader may know of. Nothing where nothing waits. */
export function OutsideSection() {
  const t = useMessages('agreements');
  const { waiting, refresh } = useOutsidePromises();
  if (waiting.length === 0) return null;
  return (
    <Section title={t('outside.title')} explanation={t('outside.explanation')}>
      <OutsideList promises={waiting} onChange={refresh} />
    </Section>
  );
}

/** First page: what the reader's organisations are said to have promised and can confirm. Nothing where nothing waits. */
export function OutsideWaiting() {
  const t = useMessages('agreements');
  const { waiting, refresh } = useOutsidePromises();
  const own = waiting.filter(({ availableActions }) => availableActions.includes('confirm'));
  if (own.length === 0) return null;
  return (
    <Section title={t('outside.ask')} explanation={t('outside.explanation')}>
      <OutsideList promises={own} onChange={refresh} />
    </Section>
  );
}

/** On the page of a Vorhaben, an alliance or an organisation: what waits there. Nothing where nothing waits. */
export function OutsideOf({ purposeId, actorId }: { purposeId?: string; actorId?: string }) {
  const { waiting, refresh } = useOutsidePromises({ purposeId, actorId });
  return <OutsideList promises={waiting} of={purposeId ? 'purpose' : 'actor'} onChange={refresh} />;
}
