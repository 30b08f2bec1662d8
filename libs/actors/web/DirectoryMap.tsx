import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useRegionOutlines } from '@knotenpunkt/regions/web';
import { graphql, type ResultOf, type VariablesOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, KindMark, Loading, TextButton } from '@knotenpunkt/webkit/ui';
import { clusters, extentAround, MAP_WIDTH, projection, towns } from './region-map';
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
  const on = projection(extentAround(found, known.region.extent));
  const groups = clusters(found, on);
  const inGroup = chosen === null ? null : found.filter(({ id }) => chosen.includes(id));
  const shown = inGroup && inGroup.length > 0 ? inGroup : found;
  const listed = [...shown].sort((a, b) => a.city.localeCompare(b.city, 'de') || a.name.localeCompare(b.name, 'de'));
  const elsewhere = Math.max(0, (total ?? found.length) - found.length);
  return (
    <div className="actors-atlas">
      <svg
        className="actors-map"
        viewBox={`0 0 ${MAP_WIDTH} ${on.height}`}
        role="img"
        aria-label={t('directory.map.label', { count: found.length })}
      >
        <TownBorders outlines={outlines} on={on} />
        {groups.map(({ key, there, x, y }) => {
          const ids = there.map(({ id }) => id);
          const lit = ids.includes(pointed ?? '') || (chosen !== null && ids.every((id) => chosen.includes(id)));
          return (
            <g key={key} className={lit ? 'actors-map__group actors-map__group--lit' : 'actors-map__group'} onClick={() => choose(ids)}>
              <title>{there.map(({ name }) => name).join('\n')}</title>
              <circle cx={x} cy={y} r={Math.min(16, 4 + 2 * Math.sqrt(there.length))} />
              {there.length > 1 ? (
                <text x={x} y={y + 3.5} textAnchor="middle">
                  {there.length}
                </text>
              ) : null}
            </g>
          );
        })}
        {towns(found).map((town) => (
          <text key={town.city} className="actors-map__town" x={on.x(town.lon)} y={on.y(town.lat) - 30} textAnchor="middle">
            {town.city}
          </text>
        ))}
      </svg>
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
        {elsewhere > 0 ? <p className="actors-quiet">{t('directory.map.elsewhere', { count: elsewhere })}</p> : null}
      </div>
    </div>
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
