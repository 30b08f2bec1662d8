import { toActors, type Network } from './network';

/**
 * Projects of each actor, each counted 2^(−age / half-life): who was active lately is active again. Infinity as half-life counts
 * plainly (preferential attachment, Barabási & Albert 1999).
 */
export function activity(network: Network, halfLifeDays: number): Float64Array {
  return toActors(network, weightsByAge(network, halfLifeDays));
}

/** 2^(−age / half-life) of each project, times what it counts. */
export function weightsByAge({ ages, worths }: Network, halfLifeDays: number): Float64Array {
  return ages.map((age, project) => worths[project]! * 2 ** (-age / halfLifeDays));
}

/** Mean size of the projects of each actor, 0 for who has none. */
export function meanSize(network: Network): Float64Array {
  return toActors(network, network.sizes).map((sum, actor) => sum / Math.max(1, network.degrees[actor]!));
}

/** Share of its projects each actor leads, drawn towards 0 by one project. */
export function leadShare({ members, leads, degrees }: Network): Float64Array {
  const led = new Float64Array(degrees.length);
  members.at.forEach((actor, entry) => (led[actor]! += leads[entry]!));
  return led.map((count, actor) => count / (degrees[actor]! + 1));
}

/** Number of different topics among the projects of each actor. */
export function breadth({ projectsOf: { start, at }, projects, degrees }: Network): Float64Array {
  return degrees.map((_, actor) => {
    const topics = new Set<string>();
    for (let entry = start[actor]!; entry < start[actor + 1]!; entry++) topics.add(projects[at[entry]!]!.topic);
    return topics.size;
  });
}
