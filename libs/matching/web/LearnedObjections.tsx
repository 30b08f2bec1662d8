import { ActorLink } from '@knotenpunkt/actors/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, KindMark, Section } from '@knotenpunkt/webkit/ui';
import type { ShownLearned } from './useLearned';

/** Which organisations took an outcome out; not which. */
export function LearnedObjections({ objections }: { objections: ShownLearned['objections'] }) {
  const t = useMessages('matching');
  const format = useFormat();
  if (objections.length === 0) return null;
  return (
    <Section title={t('learned.objections.title')} explanation={t('learned.objections.explanation')}>
      <EntryList label={t('learned.objections.title')}>
        {objections.map(({ id, objectedOn, actor }) => (
          <Entry
            key={id}
            mark={actor ? <KindMark kind={actor.kind} size={18} /> : undefined}
            title={actor ? <ActorLink actor={actor} /> : t('learned.objections.gone')}
            meta={t('learned.objections.since', { date: format.date(objectedOn) })}
          />
        ))}
      </EntryList>
    </Section>
  );
}
