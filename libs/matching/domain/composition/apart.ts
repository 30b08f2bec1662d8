import type { Id } from '@knotenpunkt/kernel';
import type { Neighbours } from '../shared-partners';

/** Communities that have less than this share of the ties chance would give them hardly meet. */
const HARDLY = 1 / 4;

/**
 * Pairs of communities that hardly meet, each in order of their names: the ties between them are fewer than a quarter
 * of what they would be if every tie went to anybody, as often as that one has ties (configuration model, as in
 * modularity: Newman & Girvan 2004): `ties(g, h) < ¼ · degree(g) · degree(h) / 2m`.
 */
export function hardlyMeeting(neighbours: Neighbours, communityOf: ReadonlyMap<Id, string>): [string, string][] {
  const degree = new Map<string, number>();
  const between = new Map<string, number>();
  let ends = 0;
  for (const [id, partners] of neighbours) {
    ends += partners.size;
    const own = communityOf.get(id);
    if (own === undefined) continue;
    degree.set(own, (degree.get(own) ?? 0) + partners.size);
    for (const partner of partners) {
      const other = communityOf.get(partner);
      if (other === undefined || own >= other) continue;
      const pair = JSON.stringify([own, other]);
      between.set(pair, (between.get(pair) ?? 0) + 1);
    }
  }
  const names = [...degree.keys()].sort();
  return names.flatMap((own, at) =>
    names.slice(at + 1).flatMap((other): [string, string][] => {
      const expected = (degree.get(own)! * degree.get(other)!) / ends;
      return (between.get(JSON.stringify([own, other])) ?? 0) < HARDLY * expected ? [[own, other]] : [];
    }),
  );
}
