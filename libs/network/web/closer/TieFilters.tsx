import { TIE_ROLES, type NetworkView } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Checkbox, Select } from '@knotenpunkt/webkit/ui';

interface TieFilterProps {
  view: NetworkView;
  onChange: (part: Partial<NetworkView>) => void;
}

/** Only ties in which one of the two has this role. Where nobody is chosen it says that roles need somebody: only surroundings and ways know them. */
export function RoleFilter({ view: { roles, chosen }, onChange }: TieFilterProps) {
  const t = useMessages('network');
  return (
    <Select
      id="network-role"
      name="role"
      label={t('closer.filters.role')}
      hint={chosen.length > 0 ? undefined : t('closer.filters.roleHint')}
      none={t('closer.filters.allRoles')}
      value={roles[0] ?? ''}
      onChange={(role) => onChange({ roles: role === '' ? [] : [role] })}
      options={TIE_ROLES.map((role) => ({ value: role, label: t(`closer.roles.${role}`) }))}
    />
  );
}

/** Only ties of which something still runs. */
export function RunningFilter({ view: { running }, onChange }: TieFilterProps) {
  const t = useMessages('network');
  return (
    <Checkbox
      id="network-running"
      name="running"
      label={t('closer.filters.running')}
      value={running}
      onChange={(on) => onChange({ running: on })}
    />
  );
}
