import { useState, type ReactNode } from 'react';
import { ACTOR_SIZES } from '@knotenpunkt/actors/domain';
import { ACTOR_KINDS, SECTOR_SECTIONS, THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, KindMark } from '@knotenpunkt/webkit/ui';
import type { DirectoryState } from './useDirectoryFilter';

type Counts = readonly { id: string; count: number }[];

/** What the directory counts. */
export interface DirectoryCounts {
  total: number;
  kinds: Counts;
  themes: Counts;
  sectors: Counts;
  sizes: Counts;
  places: Counts;
  directions: Counts;
}

/** More choices than this are folded away, so that the page does not begin with a list of lists. */
const SHOWN_AT_ONCE = 12;

/** The filters with their numbers: each says how many there are under the others. Choices that find nothing are left out, unless set. */
export function DirectoryFilters({ state, counts }: { state: DirectoryState; counts: DirectoryCounts | undefined }) {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const language = useLanguage();
  const format = useFormat();
  const { filter, change } = state;
  const group = <Value extends string>(
    facet: 'kinds' | 'themes' | 'sectors' | 'sizes' | 'places',
    all: readonly Value[],
    label: (value: Value) => ReactNode,
  ) => {
    const value = filter[facet] as readonly string[] as readonly Value[];
    const countOf = (id: string) => counts?.[facet].find((each) => each.id === id)?.count;
    const choices = all
      .filter((each) => value.includes(each) || countOf(each) !== undefined)
      .map((each) => {
        const told = countOf(each);
        // What is set and not counted finds nobody, or is a rare place: there is no number to tell.
        return { value: each, label: label(each), count: told === undefined ? null : format.number(told) };
      });
    if (choices.length === 0) return null;
    const boxes = (shown: typeof choices, name: string) => (
      <CheckboxGroup
        id={`directory-${facet}${name}`}
        name={`${facet}${name}`}
        label={name === '' ? t(`directory.facets.${facet}`) : t(`directory.moreOf.${facet}`)}
        small
        value={value}
        // A group tells of its own choices only; those set in the other one stay.
        onChange={(next) => change({ [facet]: [...value.filter((each) => !shown.some((choice) => choice.value === each)), ...next] })}
        choices={shown}
      />
    );
    const folded = choices.slice(SHOWN_AT_ONCE);
    return (
      <div>
        {boxes(choices.slice(0, SHOWN_AT_ONCE), '')}
        {folded.length > 0 ? (
          <Folded summary={t('directory.more', { count: folded.length })} inUse={folded.some((choice) => value.includes(choice.value))}>
            {boxes(folded, '-more')}
          </Folded>
        ) : null}
      </div>
    );
  };
  const places = [...new Set([...(counts?.places ?? []).map(({ id }) => id), ...filter.places])];
  return (
    <>
      {group('kinds', ACTOR_KINDS, (kind) => (
        <>
          <KindMark kind={kind} size={14} silent />
          {tKinds(`legend.${kind}`)}
        </>
      ))}
      {group(
        'themes',
        THEMES.map(({ id }) => id),
        (id) => themeLabel(id, language),
      )}
      {group(
        'sectors',
        SECTOR_SECTIONS.map(({ id }) => id),
        (id) => SECTOR_SECTIONS.find((each) => each.id === id)![language],
      )}
      {group('sizes', ACTOR_SIZES, (size) => t(`profile.sizes.${size}`))}
      {group('places', places, (place) => place)}
    </>
  );
}

/** Further choices; they stand open from the beginning where one of them is set, and do not close under the hand that takes it away. */
function Folded({ summary, inUse, children }: { summary: string; inUse: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(inUse);
  return (
    <details className="actors-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
