import { useState } from 'react';
import { strengthWord, type NetworkOverview, type NetworkView } from '@knotenpunkt/network/domain';
import { THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, useAtRest } from '@knotenpunkt/webkit/ui';
import './decorate.css';

interface FilterProps {
  overview: NetworkOverview;
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}

/** Stronger ties than this are few: the slider ends there. */
const STRONGEST = 3;
const STEP = 0.1;
/** Milliseconds. */
const REST = 200;

/** Only ties that are so strong. The slider rests before anything happens: each move would be one to take back. */
export function StrengthFilter({ view, onChange }: Omit<FilterProps, 'overview'>) {
  const t = useMessages('network');
  const format = useFormat();
  const { minStrength } = view;
  const [held, setHeld] = useState<number | null>(null);
  if (held === minStrength) setHeld(null);
  const value = held ?? minStrength;
  useAtRest(held, REST, (at) => onChange({ minStrength: at }));
  const words =
    value === 0
      ? t('decorate.strength.all')
      : t('decorate.strength.from', { value: format.number(value, 1), word: t(`strength.${strengthWord(value)}`) });
  return (
    <div className="network-slider">
      <label htmlFor="network-strength" className="network-filter__title">
        {t('decorate.strength.label')}
      </label>
      <input
        id="network-strength"
        type="range"
        min={0}
        max={Math.max(STRONGEST, view.minStrength)}
        step={STEP}
        value={value}
        aria-valuetext={words}
        onChange={(event) => setHeld(Math.round(Number(event.target.value) * 10) / 10)}
      />
      <output htmlFor="network-strength" className="kn-meta">
        {words}
      </output>
    </div>
  );
}

/** Only ties that began on this day or later. */
export function AgeFilter({ overview, view, onChange }: FilterProps) {
  const t = useMessages('network');
  return (
    <div className="network-since">
      <label htmlFor="network-since" className="network-filter__title">
        {t('decorate.since')}
      </label>
      <input
        id="network-since"
        type="date"
        className="kn-input kn-input--date"
        value={view.sinceAfter ?? ''}
        max={overview.asOf}
        onChange={(event) => onChange({ sinceAfter: event.target.value || null })}
      />
    </div>
  );
}

/** Only actors with one of these fields; none chosen: all. */
export function ThemeFilter({ overview, view, onChange }: FilterProps) {
  const t = useMessages('network');
  const language = useLanguage();
  const present = new Set(overview.columns.themes);
  const themes = THEMES.filter(({ id }) => present.has(id));
  return (
    <details className="network-themes">
      <summary className="network-filter__title">
        {t('filters.theme')}
        <span className="network-decoration__now">
          {view.themes.length === 0
            ? t('filters.allThemes')
            : view.themes.length === 1
              ? themeLabel(view.themes[0]!, language)
              : t('decorate.themesChosen', { count: view.themes.length })}
        </span>
      </summary>
      <CheckboxGroup
        id="network-theme"
        name="theme"
        label={t('decorate.themesLabel')}
        small
        value={view.themes}
        onChange={(chosen) => onChange({ themes: chosen })}
        choices={themes.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
      />
    </details>
  );
}
