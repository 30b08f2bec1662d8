import type { NetworkWhole } from './ground-model';
import type { Point } from './model';

/** The whole in another arrangement: without regions, which are where communities lie, and without those who have no place in it. */
export function rearrange({ all }: NetworkWhole, places: ReadonlyMap<string, Point>): NetworkWhole {
  if (!all) return { regions: [], bundles: [], all: null };
  const [x, y] = [new Float32Array(all.ids.length).fill(NaN), new Float32Array(all.ids.length).fill(NaN)];
  all.ids.forEach((id, at) => {
    const place = places.get(id);
    if (!place) return;
    x[at] = place.x;
    y[at] = place.y;
  });
  return { regions: [], bundles: [], all: { ...all, x, y, region: new Int32Array(all.ids.length).fill(-1) } };
}
