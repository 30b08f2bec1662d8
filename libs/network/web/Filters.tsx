import { useMemo, useState } from 'react';
import { GRADES } from '@knotenpunkt/kernel';
import type { NetworkOverview, OverviewActor } from '@knotenpunkt/network/domain';
import { ACTOR_KINDS, THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { GradeLine, KindMark, SearchField, Select, TextButton } from '@knotenpunkt/webkit/ui';
import type { NetworkAddress } from './useNetworkAddress';

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
  address: NetworkAddress;
  onChange: (part: Partial<NetworkAddress>) => void;
}

/** The legend, which filters: every mark and line is a switch. */
export function Filters({ overview, address, onChange }: FiltersProps) {
  const t = useMessages('network');
  const language = useLanguage();
  const kindCounts = useMemo(() => countBy(overview.actors.map(({ kind }) => kind)), [overview]);
  const gradeCounts = useMemo(() => countBy(overview.ties.map(({ grade }) => grade)), [overview]);
  const themes = useMemo(() => {
    const present = new Set(overview.actors.flatMap((actor) => actor.themes));
    return THEMES.filter(({ id }) => present.has(id));
  }, [overview]);
  const { kinds, grades, theme } = address;
  const filtered = kinds.length < ACTOR_KINDS.length || grades.length < GRADES.length || theme !== '';
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
          value={theme}
          onChange={(value) => onChange({ theme: value })}
          options={themes.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
        />
        {filtered ? (
          <TextButton onClick={() => onChange({ kinds: [...ACTOR_KINDS], grades: [...GRADES], theme: '' })}>
            {t('filters.reset')}
          </TextButton>
        ) : null}
      </div>
    </>
  );
}

function countBy<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
