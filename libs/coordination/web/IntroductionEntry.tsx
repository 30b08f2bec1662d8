import { Link } from 'react-router';
import { readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages, type Say } from '@knotenpunkt/webkit/i18n';
import { Entry, FactLine, StateMark, type ActState } from '@knotenpunkt/webkit/ui';
import { INTRODUCTION_ENTRY, type IntroductionEntryData } from './useIntroductions';

type Sides = Pick<IntroductionEntryData, 'sides'>;

/** The name of whoever is on a side. */
export function nameOn({ sides }: Sides, side: 'FIRST' | 'GO_BETWEEN' | 'SECOND'): string {
  return sides.find((each) => each.side === side)?.actor?.name ?? '';
}

/** "Kammer und Spedition". */
export function titleOf(introduction: Sides, t: Say): string {
  return t('introductions.entry.title', { first: nameOn(introduction, 'FIRST'), second: nameOn(introduction, 'SECOND') });
}

const MARKS: Record<string, ActState> = { ASKED: 'open', AGREED: 'due', MET: 'due', BECAME: 'kept' };

interface Course {
  state: string;
  answerBy: string;
  agreedOn?: string | null;
  metOn?: string | null;
  endedOn?: string | null;
  outcome?: string | null;
}

/** How far it is: the state with its day, as a mark and in words. */
export function CourseMark({ course }: { course: Course }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const { state, answerBy, agreedOn, metOn, endedOn, outcome } = course;
  const day = { AGREED: agreedOn, MET: metOn }[state] ?? endedOn ?? answerBy;
  if (state === 'ASKED') {
    const late = answerBy < today;
    return (
      <StateMark state={late ? 'overdue' : 'open'}>
        {t('introductions.entry.until', { date: format.date(answerBy), relative: format.relative(answerBy, today) })}
      </StateMark>
    );
  }
  const words = outcome ? t(`introductions.became.${outcome}`) : t(`introductions.states.${state}`);
  return (
    <StateMark state={outcome === 'NOTHING' ? 'withdrawn' : (MARKS[state] ?? 'withdrawn')}>
      {words}, {format.date(day)}
    </StateMark>
  );
}

/** One introduction in a list: who with whom, through whom, what for, how far; `asking`: and what it waits for from the reader. */
export function IntroductionEntry({
  introduction: fragment,
  asking = false,
}: {
  introduction: FragmentType<typeof INTRODUCTION_ENTRY>;
  asking?: boolean;
}) {
  const t = useMessages('coordination');
  const introduction = readFragment(INTRODUCTION_ENTRY, fragment);
  const { id, purpose, state, sides, askedById, awaits, became } = introduction;
  const answered = sides.filter(({ answer }) => answer !== null && answer !== 'LATER').length;
  return (
    <Entry
      title={<Link to={`/vorstellungen/${id}`}>{titleOf(introduction, t)}</Link>}
      over={<CourseMark course={introduction} />}
      actions={asking && awaits ? <Link to={`/vorstellungen/${id}`}>{t(`introductions.awaited.${awaits}`)}</Link> : null}
      meta={
        <FactLine
          parts={[
            t('introductions.entry.via', { goBetween: nameOn(introduction, 'GO_BETWEEN') }),
            state === 'ASKED' ? t('introductions.entry.answered', { count: answered }) : null,
            askedById ? null : t('introductions.coordination'),
            became ? <Link to={addressOfAct(became)}>{became.title}</Link> : null,
          ]}
        />
      }
    >
      {purpose}
    </Entry>
  );
}

/** The page of what it became. */
export function addressOfAct({ type, slug }: { type: string; slug: string }): string {
  return `/${type === 'ALLIANCE' ? 'allianzen' : 'vorhaben'}/${slug}`;
}
