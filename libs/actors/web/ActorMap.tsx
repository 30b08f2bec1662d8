import { useRegionOutlines } from '@knotenpunkt/regions/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Section } from '@knotenpunkt/webkit/ui';
import { MAP_WIDTH, projection, towns } from './region-map';
import { TownBorders } from './TownBorders';
import type { Steckbrief } from './useSteckbrief';
import './actors.css';

/** Where the actors of the region are. */
export const PLACES = graphql(`
  query ActorPlaces {
    actorPlaces {
      id
      city
      lon
      lat
    }
  }
`);

/** Where the organisation is: a plain drawing of the region with its actors as dots. No map service is asked. */
export function ActorMap({ actor }: { actor: Steckbrief }) {
  const t = useMessages('actors');
  const { data } = useQuery(PLACES);
  const address = [actor.street, [actor.postalCode, actor.city].filter(Boolean).join(' '), actor.district].filter(Boolean).join(', ');
  const { lon, lat } = actor;
  const { extent, outlines } = useRegionOutlines(lon !== null && lat !== null);
  const drawn = lon !== null && lat !== null && extent ? { lon: lon!, lat: lat!, on: projection(extent) } : null;
  return (
    <Section title={t('map.title')}>
      <p className="actors-quiet">{address}</p>
      {drawn && data ? (
        <svg
          className="actors-map"
          viewBox={`0 0 ${MAP_WIDTH} ${drawn.on.height}`}
          role="img"
          aria-label={t('map.label', { name: actor.name, place: address })}
        >
          <TownBorders outlines={outlines} on={drawn.on} />
          {data.actorPlaces.map((spot) => (
            <circle key={spot.id} className="actors-map__other" cx={drawn.on.x(spot.lon)} cy={drawn.on.y(spot.lat)} r="2.5" />
          ))}
          {towns(data.actorPlaces).map((town) => (
            // The name stands above its town, of this organisation's town below it, where the ring leaves room.
            <text
              key={town.city}
              className="actors-map__town"
              x={drawn.on.x(town.lon)}
              y={town.city === actor.city ? Math.max(drawn.on.y(town.lat), drawn.on.y(drawn.lat)) + 32 : drawn.on.y(town.lat) - 14}
              textAnchor="middle"
            >
              {town.city}
            </text>
          ))}
          <circle className="actors-map__ring" cx={drawn.on.x(drawn.lon)} cy={drawn.on.y(drawn.lat)} r="10" />
          <circle className="actors-map__here" cx={drawn.on.x(drawn.lon)} cy={drawn.on.y(drawn.lat)} r="4" />
        </svg>
      ) : null}
      {drawn && outlines?.attribution ? <p className="actors-quiet">{outlines.attribution}</p> : null}
    </Section>
  );
}
