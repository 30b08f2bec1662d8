import { Link } from 'react-router';
import { readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, PagedEntries, Section } from '@knotenpunkt/webkit/ui';
import { CourseMark, titleOf } from './IntroductionEntry';
import { Rectify } from './Rectify';
import { INTRODUCTION_ENTRY, useIntroductions } from './useIntroductions';

/** The introductions that name one's own organisation, under way and ended, each with what it set right. */
export function HeldIntroductions({ actor }: { actor: { id: string } }) {
  const t = useMessages('coordination');
  const open = useIntroductions({ actorId: actor.id, open: true });
  const ended = useIntroductions({ actorId: actor.id, open: false });
  const nothing = !open.loading && !ended.loading && open.nodes.length + ended.nodes.length === 0;
  const entry = (node: { id: string } & FragmentType<typeof INTRODUCTION_ENTRY>) => (
    <Held key={node.id} introduction={node} actorId={actor.id} />
  );
  return (
    <Section title={t('held.introductions.title')}>
      {nothing && !open.error ? <EmptyState>{t('held.introductions.none')}</EmptyState> : null}
      <PagedEntries pages={open} label={t('held.introductions.title')} empty={null}>
        {entry}
      </PagedEntries>
      <PagedEntries pages={ended} label={t('introductions.list.ended')} empty={null}>
        {entry}
      </PagedEntries>
    </Section>
  );
}

function Held({ introduction: fragment, actorId }: { introduction: FragmentType<typeof INTRODUCTION_ENTRY>; actorId: string }) {
  const t = useMessages('coordination');
  const introduction = readFragment(INTRODUCTION_ENTRY, fragment);
  const { id, purpose, askedById, sides } = introduction;
  const own = sides.find((side) => side.actor?.id === actorId);
  const roles = askedById ? 'introductions.sides' : 'introductions.sidesByCoordination';
  return (
    <Entry
      title={<Link to={`/vorstellungen/${id}`}>{titleOf(introduction, t)}</Link>}
      over={<CourseMark course={introduction} />}
      meta={
        own
          ? t('held.introductions.role', { role: t(`${roles}.${own.side}`), answer: t(`introductions.answers.${own.answer ?? 'NONE'}`) })
          : null
      }
      actions={<Rectify subject={{ actorId, subjectType: 'INTRODUCTION', subjectId: id }} />}
    >
      {purpose}
    </Entry>
  );
}
