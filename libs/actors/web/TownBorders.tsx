import type { Outlines } from '@knotenpunkt/regions/domain';
import type { Projection } from './region-map';

/** The outlines of towns beneath a small map of the region; those of their districts would crowd it. */
export function TownBorders({ outlines, on }: { outlines: Outlines | null; on: Projection }) {
  if (!outlines) return null;
  const lines = outlines.areas.filter(({ level }) => level !== 'DISTRICT').flatMap((area) => area.lines);
  const point = ([lon, lat]: readonly [number, number]) => `${on.x(lon).toFixed(1)} ${on.y(lat).toFixed(1)}`;
  return <path className="actors-map__outline" d={lines.map((line) => `M${line.map(point).join('L')}`).join('')} />;
}
