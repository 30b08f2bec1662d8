import { useMemo } from 'react';
import { groupsOf, type ArrangedGroup, type NetworkOverview, type NetworkView, type Shown } from '@knotenpunkt/network/domain';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { useCommunityGroups, type CommunityGroup } from '../CommunityList';

/** The actors shown in the groups in which the picture stands them together, and what these are. */
export function useArrangedGroups(overview: NetworkOverview, view: NetworkView, shown: Shown): { label: string; groups: CommunityGroup[] } {
  const t = useMessages('network');
  const language = useLanguage();
  const communities = useCommunityGroups(overview, shown);
  const { arrangement, themes } = view;
  const arranged = useMemo(() => groupsOf(overview, { arrangement, themes }, shown.actors), [overview, arrangement, themes, shown]);
  return useMemo(() => {
    if (!arranged) return { label: t('list.label'), groups: communities };
    const nameOf = ({ by, value }: ArrangedGroup) => {
      if (value === null) return t(`decorate.groups.none.${by}`);
      return by === 'kind' ? t(`webkit:kinds.${value}`) : by === 'theme' ? themeLabel(value, language) : value;
    };
    return {
      label: t(`decorate.groups.${arrangement}`),
      groups: arranged.map((group) => ({
        id: group.value ?? '',
        name: nameOf(group),
        members: group.members.map((place) => overview.actorAt(place)),
      })),
    };
  }, [arranged, arrangement, communities, overview, t, language]);
}
