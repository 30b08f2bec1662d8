/** One that may get a place on the list. */
export interface Contender {
  /** Where it stands among the candidates. */
  candidate: number;
  /** How probable it is that it is right, 0 to 1. */
  chance: number;
  /** Whether it is one of those seldom found. */
  seldom: boolean;
}

/** A list, with what is expected of it. */
export interface FilledPlaces {
  list: readonly Contender[];
  /** Chance that anybody on it is right. */
  hit: number;
  /** Share of those seldom found who are right that it holds. */
  seldomShare: number;
}

/** How places are filled. */
export interface FillOptions {
  limit: number;
  /** How many of those seldom found are right, as expected. */
  seldomWanted: number;
  /** Chance that anybody on a list is right, from the chance it would have if its actors were right independently of each other. */
  listChance: (independent: number) => number;
}

/** At most so many places are given to the overlooked. */
const MOST_KEPT = 6;

/**
 * The lists that keep none, one, … of the last places for the best of the overlooked who are not there yet; the other places are the head of
 * the common list.
 */
export function waysToFill(
  common: readonly Contender[],
  overlooked: readonly Contender[],
  { limit, seldomWanted, listChance }: FillOptions,
): FilledPlaces[] {
  return Array.from({ length: Math.max(1, Math.min(MOST_KEPT, limit - 1) + 1) }, (_, kept) => {
    const head = common.slice(0, limit - kept);
    const there = new Set(head.map(({ candidate }) => candidate));
    const others = overlooked.filter(({ candidate }) => !there.has(candidate)).slice(0, kept);
    const list = filledUp([...head, ...others], common, limit);
    const none = list.reduce((chance, one) => chance * (1 - one.chance), 1);
    const seldom = list.reduce((sum, one) => sum + (one.seldom ? one.chance : 0), 0);
    return { list, hit: listChance(1 - none), seldomShare: seldom / Math.max(1, seldomWanted) };
  });
}

/**
 * The list worth most: the chance of a hit, plus `worthOfSeldom` times the share of those seldom found. Who has many partners loses nothing by
 * giving places away, since somebody on the list will be right anyway. Of equals the one that keeps fewest.
 */
export function bestWay(ways: readonly FilledPlaces[], worthOfSeldom: number): FilledPlaces {
  const worth = ({ hit, seldomShare }: FilledPlaces) => hit + worthOfSeldom * seldomShare;
  return ways.reduce((best, way) => (worth(way) > worth(best) + 1e-12 ? way : best));
}

/** The highest worth at which all lists together lose no more than `mostLost` of the hits that lists made for hits alone would have. */
export function worthThatCosts(mostLost: number, all: readonly (readonly FilledPlaces[])[]): number {
  const hits = (worth: number) => all.reduce((sum, ways) => sum + bestWay(ways, worth).hit, 0);
  const most = hits(0);
  return WORTHS.findLast((worth) => hits(worth) >= (1 - mostLost) * most) ?? 0;
}

/** From nothing to three hits for the overlooked of one question. */
const WORTHS = Array.from({ length: 61 }, (_, step) => step / 20);

/** Where there are too few of the overlooked, the common list goes on. */
function filledUp(list: readonly Contender[], common: readonly Contender[], limit: number): Contender[] {
  const there = new Set(list.map(({ candidate }) => candidate));
  return [...list, ...common.filter(({ candidate }) => !there.has(candidate))].slice(0, limit);
}
