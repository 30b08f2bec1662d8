import { TIE_ROLES, type NetworkView } from '@knotenpunkt/network/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Checkbox, DateField, Select, TextButton } from '@knotenpunkt/webkit/ui';

/** Strengths one can ask for: what a tie weighs that two, three or five share, see `strengthWord`. */
const STRENGTHS = [0.25, 0.34, 0.5, 1, 2] as const;

export interface TieFiltersProps {
  view: NetworkView;
  /** Where nobody is chosen, roles cannot be asked for: only surroundings and ways know them. */
  chosen: boolean;
  onChange: (part: Partial<NetworkView>) => void;
}

/** Which ties count: by role, age and strength. */
export function TieFilters({ view, chosen, onChange }: TieFiltersProps) {
  const t = useMessages('network');
  const format = useFormat();
  const { roles, sinceAfter, running, minStrength } = view;
  const filtered = roles.length > 0 || sinceAfter !== null || running || minStrength > 0;
  return (
    <section aria-labelledby="network-tie-filters" className="network-tie-filters">
      <details open={filtered || undefined}>
        <summary id="network-tie-filters">{t('closer.filters.title')}</summary>
        <div className="network-tie-filters__fields">
          <Select
            id="network-role"
            name="role"
            label={t('closer.filters.role')}
            hint={chosen ? undefined : t('closer.filters.roleHint')}
            none={t('closer.filters.allRoles')}
            value={roles[0] ?? ''}
            onChange={(role) => onChange({ roles: role === '' ? [] : [role] })}
            options={TIE_ROLES.map((role) => ({ value: role, label: t(`closer.roles.${role}`) }))}
          />
          <DateField
            id="network-since"
            name="since"
            label={t('closer.filters.since')}
            optional
            value={sinceAfter ?? ''}
            onChange={(day) => onChange({ sinceAfter: day === '' ? null : day })}
          />
          <Checkbox
            id="network-running"
            name="running"
            label={t('closer.filters.running')}
            value={running}
            onChange={(on) => onChange({ running: on })}
          />
          <Select
            id="network-strength"
            name="strength"
            label={t('closer.filters.strength')}
            none={t('closer.filters.anyStrength')}
            value={minStrength === 0 ? '' : String(minStrength)}
            onChange={(value) => onChange({ minStrength: value === '' ? 0 : Number(value) })}
            options={strengthsWith(minStrength).map((value) => ({
              value: String(value),
              label: t('closer.filters.atLeast', { value: format.number(value, 2) }),
            }))}
          />
          {filtered ? (
            <TextButton onClick={() => onChange({ roles: [], sinceAfter: null, running: false, minStrength: 0 })}>
              {t('closer.filters.reset')}
            </TextButton>
          ) : null}
        </div>
      </details>
    </section>
  );
}

/** The strengths offered, with the one an address may have brought. */
function strengthsWith(value: number): number[] {
  return [...new Set([...STRENGTHS, ...(value > 0 ? [value] : [])])].sort((p, q) => p - q);
}
