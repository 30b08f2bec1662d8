import { useMemo, useState } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import {
  FIRST_VIEW,
  gradesOf,
  toggled,
  type NetworkOverview,
  type NetworkView,
  type OverviewActor,
  type Shown,
} from '@knotenpunkt/network/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { GradeLine, KindMark, SearchField, TextButton } from '@knotenpunkt/webkit/ui';
import { RoleFilter, RunningFilter } from './closer/TieFilters';
import { ClassLegend } from './decorate/ClassLegend';
import { Decoration } from './decorate/Decoration';
import { AgeFilter, StrengthFilter, ThemeFilter } from './decorate/TieFilters';
import { compareNames, folded, placesNamed, wordsOf } from './names';

const MOST_FOUND = 8;

/** Actors whose name holds every word written, those that begin with it first. */
function search(overview: NetworkOverview, text: string): OverviewActor[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const found = placesNamed(overview, words).map((place) => overview.actorAt(place));
  const begins = new Map(found.map((actor) => [actor, Number(!folded(actor.label).startsWith(words[0]!))]));
  return found.sort((p, q) => begins.get(p)! - begins.get(q)! || compareNames(p.name, q.name)).slice(0, MOST_FOUND);
}

/** The field to search an actor with, and what was found below it. */
export function ActorSearch({ overview, onChoose }: { overview: NetworkOverview; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  const [text, setText] = useState('');
  const found = useMemo(() => search(overview, text), [overview, text]);
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
  shown: Shown;
  onChange: (part: Partial<NetworkView>) => void;
  /** A class of the legend is pointed at. */
  onPoint?: (id: string | null) => void;
}

/** What "show everything" takes back. */
const FILTERS = ['kinds', 'grades', 'themes', 'roles', 'minStrength', 'sinceAfter', 'running', 'hidden'] as const;

/** Whether something is shown or hidden that is not so at first. */
export function isFiltered(view: NetworkView): boolean {
  return FILTERS.some((key) => String(view[key]) !== String(FIRST_VIEW[key]));
}

/** The legend, which filters: every class and line is a switch. Then what else is left out, and what marks tell. */
export function Filters({ overview, view, shown, onChange, onPoint }: FiltersProps) {
  const t = useMessages('network');
  const format = useFormat();
  const grades = useMemo(() => gradesOf(overview, view, shown), [overview, view, shown]);
  return (
    <>
      <ClassLegend overview={overview} view={view} shown={shown} onChange={onChange} onPoint={onPoint} />
      <section aria-labelledby="network-grades">
        <h2 id="network-grades" className="network-filter__title">
          {t('filters.grades')}
        </h2>
        <ul className="network-legend">
          {grades.map(({ grade, shown: isShown, count }) => (
            <li key={grade}>
              <button
                type="button"
                className="network-row"
                aria-pressed={isShown}
                onClick={() => onChange({ grades: toggled(GRADES, view.grades, grade) })}
              >
                <GradeLine grade={grade} silent />
                <span className="network-row__text">{t(`webkit:grades.${grade}`)}</span>
                <span className="network-row__count">{format.number(count)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="kn-meta">
          {t('filters.statedHint')} {view.grades.includes('MET') ? '' : t('decorate.metHint')}
        </p>
      </section>
      <ThemeFilter overview={overview} view={view} onChange={onChange} />
      <StrengthFilter view={view} onChange={onChange} />
      <AgeFilter overview={overview} view={view} onChange={onChange} />
      <RunningFilter view={view} onChange={onChange} />
      <RoleFilter view={view} onChange={onChange} />
      {isFiltered(view) ? (
        <div>
          <TextButton onClick={() => onChange(Object.fromEntries(FILTERS.map((key) => [key, FIRST_VIEW[key]])))}>
            {t('filters.reset')}
          </TextButton>
        </div>
      ) : null}
      <Decoration view={view} onChange={onChange} />
    </>
  );
}

/** The same behind one line, where there is little room. */
export function FoldedFilters({ open, ...filters }: FiltersProps & { open?: boolean | undefined }) {
  const t = useMessages('network');
  return (
    <details className="network__fold" open={open}>
      <summary>{t('filters.label')}</summary>
      <div className="network__folded">
        <Filters {...filters} />
      </div>
    </details>
  );
}
