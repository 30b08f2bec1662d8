import { useMemo, useState } from 'react';
import type { NetworkOverview, OverviewActor, Shown } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '@knotenpunkt/webkit/ui';
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
    const { ids, community, degree, labels } = overview.columns.actors;
    const groups = overview.communities.map(({ id, naming }) => ({ id, name: nameOf(naming), places: [] as number[] }));
    const rest = { id: '', name: t('communities.none'), places: [] as number[] };
    for (let place = 0; place < ids.length; place++)
      if (!shown || shown.actors[place]) (groups[community[place]!] ?? rest).places.push(place);
    const counts = shown ? tiesShown(overview, shown) : degree;
    for (const { places } of [...groups, rest]) places.sort((p, q) => counts[q]! - counts[p]! || compareNames(labels[p]!, labels[q]!));
    groups.sort((p, q) => q.places.length - p.places.length || compareNames(p.name, q.name));
    return [...groups, rest].flatMap(({ places, ...group }) =>
      places.length === 0 ? [] : [{ ...group, members: places.map((place) => overview.actorAt(place)) }],
    );
  }, [overview, shown, nameOf, t]);
}

/** So many groups are listed before one asks for more, and so many more each time. */
export const GROUPS_AT_ONCE = 40;

/** A community, how many of it are shown, and who stands in its middle. */
interface CommunityHead {
  id: string;
  name: string;
  size: number;
  strongest: OverviewActor;
}

/** The communities that are shown, the largest first, without a list of their members: there may be a hundred thousand. */
function useCommunityHeads(overview: NetworkOverview, shown: Shown): CommunityHead[] {
  const nameOf = useCommunityName();
  return useMemo(() => {
    const { community, labels } = overview.columns.actors;
    const counts = tiesShown(overview, shown);
    const sizes = new Uint32Array(overview.communities.length);
    const first = new Int32Array(overview.communities.length).fill(-1);
    for (let place = 0; place < community.length; place++) {
      const at = community[place]!;
      if (at < 0 || !shown.actors[place]) continue;
      const best = first[at]!;
      sizes[at]!++;
      const more = best < 0 ? 1 : counts[place]! - counts[best]!;
      if (more > 0 || (more === 0 && compareNames(labels[place]!, labels[best]!) < 0)) first[at] = place;
    }
    return overview.communities
      .flatMap(({ id, naming }, at) =>
        first[at]! < 0 ? [] : [{ id, name: nameOf(naming), size: sizes[at]!, strongest: overview.actorAt(first[at]!) }],
      )
      .sort((p, q) => q.size - p.size || compareNames(p.name, q.name));
  }, [overview, shown, nameOf]);
}

/** What stands beside the picture while nobody is chosen: the communities and who stands in their middle. */
export function CommunityOverview({
  overview,
  shown,
  onChoose,
}: {
  overview: NetworkOverview;
  shown: Shown;
  onChoose: (slug: string) => void;
}) {
  const t = useMessages('network');
  const heads = useCommunityHeads(overview, shown);
  const [most, setMost] = useState(GROUPS_AT_ONCE);
  return (
    <section aria-labelledby="network-communities" className="network-communities">
      <h2 id="network-communities">{t('communities.title')}</h2>
      <p className="kn-muted">{t('communities.explanation')}</p>
      <ul>
        {heads.slice(0, most).map(({ id, name, size, strongest }) => (
          <li key={id}>
            <div className="network-communities__head">
              <h3>{name}</h3>
              <span className="network-row__count">{size}</span>
            </div>
            <button type="button" className="network-communities__center" onClick={() => onChoose(strongest.slug)}>
              {t('communities.strongest', { name: strongest.label })}
            </button>
          </li>
        ))}
      </ul>
      {heads.length > most ? (
        <TextButton onClick={() => setMost(most + GROUPS_AT_ONCE)}>{t('communities.more', { count: heads.length - most })}</TextButton>
      ) : null}
      <p className="kn-muted">{t('panel.choose')}</p>
    </section>
  );
}
