import type { Register, RegisteredActor, RegisteredProject } from './register';

/** What counts in a project where only one side says that it takes part. */
const STATED_WORTH = 0.5;

/** Something two actors share. */
export interface Shared {
  a: string;
  b: string;
  projectId: string;
  /** From which day on, YYYY-MM-DD. */
  since: string;
  /** Whether both say so. */
  bothSay: boolean;
}

/** What was done together, gathered from what pairs share: whoever shares a project takes part in it. Of what nobody shares nothing is known. */
export class SharedProjects {
  private readonly found = new Map<string, { since: string; sure: Map<string, boolean> }>();

  add({ a, b, projectId, since, bothSay }: Shared): void {
    const project = this.found.get(projectId) ?? { since, sure: new Map<string, boolean>() };
    if (since < project.since) project.since = since;
    for (const actor of [a, b]) project.sure.set(actor, bothSay || project.sure.get(actor) === true);
    this.found.set(projectId, project);
  }

  get ids(): string[] {
    return [...this.found.keys()].sort();
  }

  /** As a register. A project counts the mean of its members, 1 for who takes part by both sides' word, half for the others. */
  register(texts: ReadonlyMap<string, string>, rows: ReadonlyMap<string, RegisteredActor>): Register {
    const taking = new Set([...this.found.values()].flatMap(({ sure }) => [...sure.keys()]));
    return {
      actors: [...taking].sort().flatMap((id) => rows.get(id) ?? []),
      projects: this.ids.map((id): RegisteredProject => {
        const { since, sure } = this.found.get(id)!;
        const counts = [...sure.values()].map((both): number => (both ? 1 : STATED_WORTH));
        const worth = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        return { id, text: texts.get(id) ?? '', topic: '', startOn: since, worth };
      }),
      participations: this.ids.flatMap((projectId) =>
        [...this.found.get(projectId)!.sure.keys()].sort().map((actorId) => ({ projectId, actorId, leads: false })),
      ),
    };
  }
}
