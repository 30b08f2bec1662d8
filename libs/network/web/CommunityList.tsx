import { useMemo } from 'react';
import type { NetworkOverview, OverviewActor, Shown } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useCommunityName } from './communityName';
import { compareNames } from './names';
import { tiesShown } from './tiesShown';
import './list.css';

/** A community with its members, those with most ties (of what is shown) first. */
export interface CommunityGroup {
  id: string;
  name: string;
  members: OverviewActor[];
}

/** The actors of the overview (those that are shown) by community; those in none come last. */
export function useCommunityGroups(overview: NetworkOverview, shown: Pick<Shown, 'actors' | 'ties'> | null = null): CommunityGroup[] {
  const t = useMessages('network');
  const nameOf = useCommunityName();
  return useMemo(() => {
    const groups = overview.communities.map(({ id, naming }) => ({ id, name: nameOf(naming), members: [] as OverviewActor[] }));
    const rest: CommunityGroup = { id: '', name: t('communities.none'), members: [] };
    const byId = new Map(groups.map((group) => [group.id, group]));
    overview.actors.forEach((actor, place) => {
      if (!shown || shown.actors[place]) (byId.get(actor.community ?? '') ?? rest).members.push(actor);
    });
    const counts = shown ? tiesShown(overview, shown) : null;
    const tiesOf = ({ id, degree }: OverviewActor) => (counts ? counts[overview.placeOf(id)]! : degree);
    for (const { members } of [...groups, rest]) members.sort((p, q) => tiesOf(q) - tiesOf(p) || compareNames(p.label, q.label));
    groups.sort((p, q) => q.members.length - p.members.length || compareNames(p.name, q.name));
    return [...groups, rest].filter(({ members }) => members.length > 0);
  }, [overview, shown, nameOf, t]);
}

/** What stands beside the picture while nobody is chosen: the communities and who stands in their middle. */
export function CommunityOverview({ groups, onChoose }: { groups: CommunityGroup[]; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  return (
    <section aria-labelledby="network-communities" className="network-communities">
      <h2 id="network-communities">{t('communities.title')}</h2>
      <p className="kn-muted">{t('communities.explanation')}</p>
      <ul>
        {groups
          .filter(({ id }) => id !== '')
          .map(({ id, name, members }) => (
            <li key={id}>
              <div className="network-communities__head">
                <h3>{name}</h3>
                <span className="network-row__count">{members.length}</span>
              </div>
              <button type="button" className="network-communities__center" onClick={() => onChoose(members[0]!.slug)}>
                {t('communities.strongest', { name: members[0]!.label })}
              </button>
            </li>
          ))}
      </ul>
      <p className="kn-muted">{t('panel.choose')}</p>
    </section>
  );
}
