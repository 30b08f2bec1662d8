import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { EdgeFact, FactRow } from '@knotenpunkt/platform/graph';

/** Of tables that name no end, every third project ended so many days ago; what it tied fades. */
const ENDED_ON = '2024-06-30';
const HALF_LIFE_DAYS = 1_095;

/** A network as its owners tell it, and who takes part how often. */
export interface Network {
  regionId: Id;
  rows: FactRow[];
  /** The actor of each participation in order of the tables: who is drawn from it has many ties more often. */
  participants: Id[];
}

type Table = Record<string, string>[];

async function tableOf(folder: string, name: string): Promise<Table> {
  const rows: Table = [];
  for await (const row of createReadStream(join(folder, `${name}.csv`)).pipe(parse({ columns: true, bom: true }))) rows.push(row);
  return rows;
}

/** The facts of a folder with `actors.csv`, `projects.csv` and `participations.csv`; one owner for each actor and project. */
export async function factsOf(folder: string, name: string): Promise<Network> {
  const [actors, projects, participations] = await Promise.all(
    ['actors', 'projects', 'participations'].map((table) => tableOf(folder, table)),
  );
  const regionId = idFrom('bench', name);
  const known = new Map(actors!.map((row) => [row['actor_id']!, idFrom('bench', name, row['actor_id']!)]));
  const parts = Map.groupBy(participations!, (row) => row['project_id']!);
  let seq = 1;
  const rows: FactRow[] = actors!.map((row): FactRow => {
    const id = known.get(row['actor_id']!)!;
    const node = { id, type: 'Actor', regionId, audience: 'PUBLIC', kind: row['sector'] ?? '' } as const;
    return { ownerType: 'actor', ownerId: id, seq: seq++, facts: { nodes: [node], edges: [] } };
  });
  const participants: Id[] = [];
  for (const [at, project] of projects!.entries()) {
    const id = idFrom('bench', name, project['project_id']!);
    const members = new Map((parts.get(project['project_id']!) ?? []).map((row) => [known.get(row['actor_id']!)!, row['role']!]));
    members.delete(undefined as unknown as Id);
    participants.push(...members.keys());
    const edges = Array.from(members, ([from, role], which): EdgeFact => ({
      id: idFrom('participation', id, from),
      from,
      to: id,
      regionId,
      role: role.toUpperCase(),
      since: project['start_date'] || '2015-01-01',
      until: at % 3 === 0 ? ENDED_ON : null,
      weight: 1,
      grade: which > 0 && at % 7 === 0 ? 'STATED' : 'WORKS_TOGETHER',
      audience: 'PUBLIC',
      halfLifeDays: HALF_LIFE_DAYS,
    }));
    const node = { id, type: 'Initiative', regionId, audience: 'PUBLIC', kind: 'PROJECT' } as const;
    rows.push({ ownerType: 'initiative', ownerId: id, seq: seq++, facts: { nodes: [node], edges } });
  }
  return { regionId, rows, participants };
}
