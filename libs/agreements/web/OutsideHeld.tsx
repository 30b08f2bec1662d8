import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, EntryList, ErrorNotice, Section } from '@knotenpunkt/webkit/ui';
import { OutsideList } from './OutsideList';
import { DecidedOutside } from './OutsideOnDesk';
import { useOutsidePromises } from './outside-parts';

/** What was entered in the name of one's own organisation: what waits for a yes or an objection, and what became of the last. */
export function OutsideHeld({ actor }: { actor: { id: string } }) {
  const t = useMessages('agreements');
  const { waiting, decided, error, refresh } = useOutsidePromises({ actorId: actor.id });
  return (
    <Section title={t('outside.held.title')} explanation={t('outside.held.explanation')}>
      {error ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {waiting.length + decided.length === 0 && !error ? <EmptyState>{t('outside.held.none')}</EmptyState> : null}
      <OutsideList promises={waiting} of="actor" onChange={refresh} />
      {decided.length > 0 ? (
        <EntryList label={t('outside.decided')}>
          {decided.map((promise) => (
            <DecidedOutside key={promise.id} promise={promise} />
          ))}
        </EntryList>
      ) : null}
    </Section>
  );
}
