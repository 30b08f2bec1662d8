import { COLOURS, FIRST_VIEW, LABELS, SIZES, type NetworkView } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Select, TextButton } from '@knotenpunkt/webkit/ui';
import './decorate.css';

export interface DecorationProps {
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}

/** What one chooses here. Another colouring has other classes: what was hidden is shown again. */
const CHOICES = [
  { key: 'colour', all: COLOURS, with: { hidden: [] } },
  { key: 'size', all: SIZES, with: {} },
  { key: 'label', all: LABELS, with: {} },
] as const;

/** What colours, sizes and names of the marks tell. */
export function Decoration({ view, onChange }: DecorationProps) {
  const t = useMessages('network');
  const changed = CHOICES.filter(({ key }) => view[key] !== FIRST_VIEW[key]);
  return (
    <details className="network-decoration">
      <summary className="network-filter__title">
        {t('decorate.title')}
        {changed.map(({ key }) => (
          <span key={key} className="network-decoration__now">
            {t(`decorate.${key}.now`, { what: t(`decorate.${key}.${view[key]}`) })}
          </span>
        ))}
      </summary>
      <div className="network-decoration__fields">
        {CHOICES.map(({ key, all, with: also }) => (
          <Select
            key={key}
            id={`network-${key}`}
            name={key}
            label={t(`decorate.${key}.label`)}
            small
            value={view[key]}
            options={all.map((value) => ({ value, label: t(`decorate.${key}.${value}`) }))}
            onChange={(value) => onChange({ ...also, [key]: value })}
          />
        ))}
        {changed.length > 0 ? (
          <TextButton
            onClick={() => onChange({ hidden: FIRST_VIEW.hidden, ...Object.fromEntries(CHOICES.map(({ key }) => [key, FIRST_VIEW[key]])) })}
          >
            {t('decorate.reset')}
          </TextButton>
        ) : null}
      </div>
    </details>
  );
}
