import { useMemo, useState } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import { FIRST_VIEW, type NetworkOverview, type NetworkView, type OverviewActor } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS, THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { GradeLine, KindMark, SearchField, Select, TextButton } from '@knotenpunkt/webkit/ui';

const MOST_FOUND = 8;

/** Actors whose name holds every word written, those that begin with it first. */
function search(actors: readonly OverviewActor[], text: string): OverviewActor[] {
  const fold = (value: string) => value.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = actors.filter((actor) => words.every((word) => fold(`${actor.name} ${actor.label}`).includes(word)));
  const begins = (actor: OverviewActor) => Number(!fold(actor.label).startsWith(words[0]!));
  return found.sort((p, q) => begins(p) - begins(q) || p.name.localeCompare(q.name, 'de')).slice(0, MOST_FOUND);
}

/** The field to search an actor with, and what was found below it. */
export function ActorSearch({ actors, onChoose }: { actors: readonly OverviewActor[]; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  const [text, setText] = useState('');
  const found = useMemo(() => search(actors, text), [actors, text]);
  const choose = (actor: OverviewActor | undefined) => {
    if (!actor) return;
    setText('');
    onChoose(actor.slug);
  };
  return (
    <div className="network-search">
      <SearchField label={t('search.label')} value={text} onChange={setText} onSubmit={() => choose(found[0])} shortcut />
      <p className="kn-hidden" role="status">
        {text.trim() ? t('search.results', { count: found.length }) : ''}
      </p>
      {text.trim() ? (
        <ul className="network-search__found">
          {found.map((actor) => (
            <li key={actor.id}>
              <button type="button" className="network-row" onClick={() => choose(actor)}>
                <KindMark kind={actor.kind} size={16} />
                <span className="network-row__text">{actor.name}</span>
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="kn-meta">{t('search.none')}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

export interface FiltersProps {
  overview: NetworkOverview;
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}

/** What "show everything" takes back. */
const FILTERS = ['kinds', 'grades', 'themes', 'roles', 'minStrength', 'sinceAfter', 'running'] as const;

/** The legend, which filters: every mark and line is a switch. */
export function Filters({ overview, view, onChange }: FiltersProps) {
  const t = useMessages('network');
  const language = useLanguage();
  const kindCounts = useMemo(() => countBy(overview.columns.actors.kind, overview.columns.kinds), [overview]);
  const gradeCounts = useMemo(() => countBy(overview.columns.ties.grade, GRADES), [overview]);
  const themes = useMemo(() => {
    const present = new Set(overview.columns.themes);
    return THEMES.filter(({ id }) => present.has(id));
  }, [overview]);
  const { kinds, grades, themes: shownThemes } = view;
  const filtered = FILTERS.some((key) => String(view[key]) !== String(FIRST_VIEW[key]));
  const toggled = <Value extends string>(all: readonly Value[], shown: readonly Value[], value: Value) =>
    all.filter((each) => (each === value ? !shown.includes(each) : shown.includes(each)));
  return (
    <>
      <section aria-labelledby="network-kinds">
        <h2 id="network-kinds" className="network-filter__title">
          {t('filters.kinds')}
        </h2>
        <ul className="network-legend">
          {ACTOR_KINDS.filter((kind) => kindCounts.has(kind)).map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className="network-row"
                aria-pressed={kinds.includes(kind)}
                onClick={() => onChange({ kinds: toggled(ACTOR_KINDS, kinds, kind) })}
              >
                <KindMark kind={kind} size={16} silent />
                <span className="network-row__text">{t(`webkit:kinds.${kind}`)}</span>
                <span className="network-row__count">{kindCounts.get(kind)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="network-grades">
        <h2 id="network-grades" className="network-filter__title">
          {t('filters.grades')}
        </h2>
        <ul className="network-legend">
          {GRADES.map((grade) => (
            <li key={grade}>
              <button
                type="button"
                className="network-row"
                aria-pressed={grades.includes(grade)}
                onClick={() => onChange({ grades: toggled(GRADES, grades, grade) })}
              >
                <GradeLine grade={grade} silent />
                <span className="network-row__text">{t(`webkit:grades.${grade}`)}</span>
                <span className="network-row__count">{gradeCounts.get(grade) ?? 0}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="kn-meta">{t('filters.statedHint')}</p>
      </section>
      <div className="network-filter__theme">
        <Select
          id="network-theme"
          name="theme"
          label={t('filters.theme')}
          none={t('filters.allThemes')}
          value={shownThemes[0] ?? ''}
          onChange={(value) => onChange({ themes: value ? [value] : [] })}
          options={themes.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
        />
        {filtered ? (
          <TextButton onClick={() => onChange(Object.fromEntries(FILTERS.map((key) => [key, FIRST_VIEW[key]])))}>
            {t('filters.reset')}
          </TextButton>
        ) : null}
      </div>
    </>
  );
}

/** How often each of `all` stands in a column that holds their places. */
function countBy(column: Uint8Array, all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of column) counts.set(all[at]!, (counts.get(all[at]!) ?? 0) + 1);
  return counts;
}
