import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Outlines } from '@knotenpunkt/regions/domain';
import { useRegionOutlines } from '@knotenpunkt/regions/web';
import { graphql, type ResultOf, type VariablesOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, KindMark, Loading, TextButton } from '@knotenpunkt/webkit/ui';
import { clusters, extentAround, MAP_WIDTH, projection, radiusOf, towns } from './region-map';
import { TownBorders } from './TownBorders';

const FOUND_PLACES = graphql(`
  query DirectoryPlaces($filter: ActorFilterInput) {
    region {
      slug
      extent
    }
    actorPlaces(filter: $filter) {
      id
      slug
      name
      kind
      city
      lon
      lat
    }
  }
`);

type Found = ResultOf<typeof FOUND_PLACES>['actorPlaces'][number];
export type DirectoryVariables = VariablesOf<typeof FOUND_PLACES>['filter'];

/** The server tells of so many places at most. */
const MOST_PLACES = 2000;
/** More names than this beside the map are read by nobody. */
const MOST_LISTED = 200;

/**
 * What is found as a drawing of the region, with all names beside it: the list is for the keyboard, the dots are for the eye, and each
 * shows the other. No map service is asked.
 */
export function DirectoryMap({ filter, total, empty }: { filter: DirectoryVariables; total: number | undefined; empty: ReactNode }) {
  const t = useMessages('actors');
  const { data, previousData, error, refetch } = useQuery(FOUND_PLACES, { variables: { filter } });
  const { outlines } = useRegionOutlines(true);
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const [pointed, point] = useState<string | null>(null);
  const known = data ?? previousData;
  if (error && !known) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!known) return <Loading />;
  const found = known.actorPlaces;
  if (total === 0) return empty;
  if (found.length === 0) return <EmptyState>{t('directory.map.nowhere')}</EmptyState>;
  const inGroup = chosen === null ? null : found.filter(({ id }) => chosen.includes(id));
  const shown = inGroup && inGroup.length > 0 ? inGroup : found;
  const listed = [...shown].sort((a, b) => a.city.localeCompare(b.city, 'de') || a.name.localeCompare(b.name, 'de'));
  const isCut = found.length >= MOST_PLACES;
  const elsewhere = isCut ? 0 : Math.max(0, (total ?? found.length) - found.length);
  return (
    <div className="actors-atlas">
      <Drawing found={found} extent={known.region.extent} outlines={outlines} pointed={pointed} chosen={chosen} onChoose={choose} />
      <div className="actors-atlas__beside">
        <p className="actors-quiet" role="status">
          {shown === found ? t('directory.map.all', { count: found.length }) : t('directory.map.here', { count: shown.length })}{' '}
          {shown === found ? null : <TextButton onClick={() => choose(null)}>{t('directory.map.showAll')}</TextButton>}
        </p>
        <ul className="actors-atlas__list" aria-label={t('directory.list')}>
          {listed.slice(0, MOST_LISTED).map((actor) => (
            <PlacedActor key={actor.id} actor={actor} onPoint={point} />
          ))}
        </ul>
        {listed.length > MOST_LISTED ? (
          <p className="actors-quiet">{t('directory.map.more', { count: listed.length - MOST_LISTED })}</p>
        ) : null}
        {outlines?.attribution ? <p className="actors-quiet">{outlines.attribution}</p> : null}
        {isCut ? <p className="actors-quiet">{t('directory.map.cut', { count: MOST_PLACES })}</p> : null}
        {elsewhere > 0 ? <p className="actors-quiet">{t('directory.map.elsewhere', { count: elsewhere })}</p> : null}
      </div>
    </div>
  );
}

/** Names of towns stand above the largest dot. */
const ABOVE = 20;
/** More names than this in one tip are read by nobody. */
const MOST_NAMED = 20;

interface DrawingProps {
  found: readonly Found[];
  extent: readonly number[];
  outlines: Outlines | null;
  pointed: string | null;
  chosen: readonly string[] | null;
  onChoose: (ids: string[]) => void;
}

function Drawing({ found, extent, outlines, pointed, chosen, onChoose }: DrawingProps) {
  const t = useMessages('actors');
  // Pointing at a name draws anew; what lies where stays.
  const { on, groups } = useMemo(() => {
    const part = projection(extentAround(found, extent));
    return { on: part, groups: clusters(found, part) };
  }, [found, extent]);
  return (
    <svg
      className="actors-map"
      viewBox={`0 0 ${MAP_WIDTH} ${on.height}`}
      role="img"
      aria-label={t('directory.map.label', { count: found.length })}
    >
      <TownBorders outlines={outlines} on={on} />
      {groups.map((group) => {
        const { there, x, y } = group;
        const ids = there.map(({ id }) => id);
        const lit = ids.includes(pointed ?? '') || (chosen !== null && ids.every((id) => chosen.includes(id)));
        return (
          <g key={ids[0]} className={lit ? 'actors-map__group actors-map__group--lit' : 'actors-map__group'} onClick={() => onChoose(ids)}>
            <title>
              {there
                .slice(0, MOST_NAMED)
                .map(({ name }) => name)
                .join('\n')}
            </title>
            <circle cx={x} cy={y} r={radiusOf(group)} />
            {there.length > 1 ? (
              <text x={x} y={y + 3.5} textAnchor="middle">
                {there.length}
              </text>
            ) : null}
          </g>
        );
      })}
      {towns(found).map((town) => (
        <text key={town.city} className="actors-map__town" x={on.x(town.lon)} y={on.y(town.north) - ABOVE} textAnchor="middle">
          {town.city}
        </text>
      ))}
    </svg>
  );
}

function PlacedActor({ actor, onPoint }: { actor: Found; onPoint: (id: string | null) => void }) {
  return (
    <li onPointerEnter={() => onPoint(actor.id)} onPointerLeave={() => onPoint(null)}>
      <Link className="actors-link" to={`/akteure/${actor.slug}`} onFocus={() => onPoint(actor.id)} onBlur={() => onPoint(null)}>
        <KindMark kind={actor.kind} size={14} />
        {actor.name}
      </Link>{' '}
      <span className="actors-quiet">{actor.city}</span>
    </li>
  );
}
