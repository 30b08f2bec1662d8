import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, FactLine, LinkButton, Section, TextButton } from '@knotenpunkt/webkit/ui';
import type { Corrections, Held, HeldEntryData } from './useHeld';

interface Part {
  held: Held;
  slug: string;
  comparesMeaning: boolean;
  corrections: Corrections;
}

/** Of each offer and need: the words recognised, what its meaning lies near, and how current it is. */
export function HeldTexts({ held, slug, comparesMeaning, corrections }: Part) {
  const t = useMessages('matching');
  return (
    <Section title={t('held.texts.title')} explanation={t(comparesMeaning ? 'held.texts.explanation' : 'held.texts.explanationWords')}>
      {held.entries.length === 0 ? (
        <EmptyState step={<LinkButton to={`/akteure/${slug}`}>{t('held.texts.step')}</LinkButton>}>{t('held.texts.none')}</EmptyState>
      ) : null}
      <EntryList label={t('held.texts.title')}>
        {held.entries.map((entry) => (
          <Text key={entry.entryId} entry={entry} held={held} slug={slug} comparesMeaning={comparesMeaning} corrections={corrections} />
        ))}
      </EntryList>
    </Section>
  );
}

function Text({ entry, held, slug, comparesMeaning, corrections }: Part & { entry: HeldEntryData }) {
  const t = useMessages('matching');
  const format = useFormat();
  const { direction, title, named, nearest, ruledOut, membersOnly, confirmedOn, counts, read } = entry;
  const struck = new Set(held.competences.filter((one) => one.struck).map(({ competence }) => competence));
  const names = named.map(({ competence, name, words }) => {
    if (direction === 'OFFER' && struck.has(competence)) return t('held.texts.struck', { name });
    return t(words ? 'held.texts.said' : 'held.texts.chosen', { name, words });
  });
  const near = nearest.filter(({ competence }) => !struck.has(competence));
  return (
    <Entry
      over={t(`held.texts.${direction}`)}
      title={<Link to={`/akteure/${slug}`}>{title}</Link>}
      meta={
        <FactLine parts={[confirmedOn ? t('held.texts.confirmed', { date: format.date(confirmedOn) }) : null, t(`held.texts.${counts}`)]} />
      }
    >
      <ul className="matching-reasons">
        <li>{names.length > 0 ? t('held.texts.names', { names: format.list(names) }) : t('held.texts.namesNothing')}</li>
        {near.length > 0 ? <li>{t('held.texts.near', { names: format.list(near.map(({ name }) => name)) })}</li> : null}
        {comparesMeaning && !read ? <li>{t('held.texts.unread')}</li> : null}
        {ruledOut ? <li>{t('held.texts.ruledOut', { text: ruledOut })}</li> : null}
        {membersOnly ? <li>{t('held.texts.membersOnly')}</li> : null}
      </ul>
      {held.mayCorrect && direction === 'OFFER' && near.length > 0 ? (
        <p className="matching-near">
          <span>{t('held.texts.nearStrike')}:</span>
          {near.map((one) => (
            <TextButton
              key={one.competence}
              aria-label={t('held.can.strikeOne', { name: one.name })}
              disabled={corrections.busy}
              onClick={() => void corrections.strike(one)}
            >
              {one.name}
            </TextButton>
          ))}
        </p>
      ) : null}
    </Entry>
  );
}
