import type { Register, RegisteredActor, RegisteredProject } from './register';
import { counts, rowsFrom, times, timesTransposed, transposed, type Rows } from './rows';

const DAY = 86_400_000;

/**
 * Actors and projects as two sides of one graph. Both are numbered by ascending id, so that the order of a register changes nothing.
 * Everybody who ever took part has a number; in a network of only some projects there are actors without any.
 */
export interface Network {
  actors: readonly RegisteredActor[];
  projects: readonly RegisteredProject[];
  /** By project, its actors. */
  members: Rows;
  /** By actor, its projects. */
  projectsOf: Rows;
  /** By entry of `members`: 1 for who leads. */
  leads: Uint8Array;
  /** Number of actors of each project. */
  sizes: Float64Array;
  /** Number of projects of each actor. */
  degrees: Float64Array;
  /** Days from the start of each project to the youngest start; those of unknown start are as old as the average. */
  ages: Float64Array;
  /** What each project counts: 1 where all who took part say so. */
  worths: Float64Array;
}

/** The network of a register. Who takes part without a row of its own is known by id alone; the same goes for projects. */
export function networkOf(register: Register): Network {
  const rowOfActor = new Map(register.actors.map((actor) => [actor.id, actor]));
  const rowOfProject = new Map(register.projects.map((project) => [project.id, project]));
  const nobody = { name: '', sector: '', country: '', city: '' };
  const actors = idsOf(register.participations.map(({ actorId }) => actorId)).map((id) => rowOfActor.get(id) ?? { id, ...nobody });
  const projects = idsOf(register.participations.map(({ projectId }) => projectId)).map(
    (id) => rowOfProject.get(id) ?? { id, text: '', topic: '', startOn: '' },
  );
  const numberOfActor = new Map(actors.map(({ id }, at) => [id, at]));
  const numberOfProject = new Map(projects.map(({ id }, at) => [id, at]));
  const members: number[][] = projects.map(() => []);
  const leaders = projects.map(() => new Set<number>());
  for (const { projectId, actorId, leads } of register.participations) {
    const [project, actor] = [numberOfProject.get(projectId)!, numberOfActor.get(actorId)!];
    members[project]!.push(actor);
    if (leads) leaders[project]!.add(actor);
  }
  return assembled(actors, projects, rowsFrom(members), (project, actor) => leaders[project]!.has(actor));
}

/** The network of some of the projects, by their numbers; actors keep theirs. */
export function networkWithin(network: Network, projects: readonly number[]): Network {
  const kept = [...projects].sort((a, b) => a - b);
  const { start, at } = network.members;
  const members = kept.map((project) => [...at.subarray(start[project]!, start[project + 1]!)]);
  const leads = kept.map((project) => network.leads.subarray(start[project]!, start[project + 1]!));
  const rows = rowsFrom(members);
  return assembled(
    network.actors,
    kept.map((project) => network.projects[project]!),
    rows,
    (project, _actor, place) => leads[project]![place] === 1,
  );
}

function assembled(
  actors: readonly RegisteredActor[],
  projects: readonly RegisteredProject[],
  members: Rows,
  leadsIn: (project: number, actor: number, place: number) => boolean,
): Network {
  const projectsOf = transposed(members, actors.length);
  const leads = new Uint8Array(members.at.length);
  for (let project = 0; project < projects.length; project++) {
    const from = members.start[project]!;
    for (let entry = from; entry < members.start[project + 1]!; entry++)
      leads[entry] = leadsIn(project, members.at[entry]!, entry - from) ? 1 : 0;
  }
  const worths = Float64Array.from(projects, ({ worth = 1 }) => worth);
  return {
    actors,
    projects,
    members,
    projectsOf,
    leads,
    sizes: counts(members),
    degrees: counts(projectsOf),
    ages: agesOf(projects),
    worths,
  };
}

function agesOf(projects: readonly RegisteredProject[]): Float64Array {
  const days = projects.map(({ startOn }) => Date.parse(startOn) / DAY);
  const known = days.filter(Number.isFinite);
  const youngest = known.reduce((last, day) => Math.max(last, day), -Infinity);
  const average = known.length === 0 ? 0 : known.reduce((sum, day) => sum + youngest - day, 0) / known.length;
  return Float64Array.from(days, (day) => (Number.isFinite(day) ? youngest - day : average));
}

function idsOf(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** For each actor the sum of what its projects have. */
export function toActors({ members, actors }: Network, ofProjects: ArrayLike<number>): Float64Array {
  return timesTransposed(members, ofProjects, actors.length);
}

/** For each project the sum of what its actors have. */
export function toProjects({ members }: Network, ofActors: ArrayLike<number>): Float64Array {
  return times(members, ofActors);
}
