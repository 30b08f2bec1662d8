import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question, Register, RegisteredActor, Task } from '@knotenpunkt/matching/domain';
import { parse } from 'csv-parse/sync';

/** What is wrong with a folder or a wish; `message` is a sentence for whoever gave it. */
export class EvaluationError extends Error {}

/** A question of a file, by the ids of the folder. */
export interface AskedQuestion {
  id: string;
  seeds: readonly string[];
  banned: readonly string[];
  text: string | null;
  seats: number | null;
}

/** The register of a folder: actors, and what was known of projects at its day. Its other files are not looked at. */
export function readRegister(folder: string): Register {
  return {
    actors: rowsOf(join(folder, 'actors.csv'), ['actor_id']).map((row) => ({
      id: row['actor_id']!,
      name: row['name'] ?? '',
      sector: row['sector'] ?? '',
      country: row['country'] ?? '',
      city: row['city'] ?? '',
    })),
    projects: rowsOf(join(folder, 'tasks', 'train_projects.csv'), ['project_id']).map((row) => ({
      id: row['project_id']!,
      text: row['text'] || row['title'] || '',
      topic: row['topics'] ?? '',
      startOn: row['start_date'] ?? '',
    })),
    participations: rowsOf(join(folder, 'tasks', 'train_participations.csv'), ['project_id', 'actor_id'])
      .filter((row) => row['project_id'] !== '' && row['actor_id'] !== '')
      .map((row) => ({ projectId: row['project_id']!, actorId: row['actor_id']!, leads: row['role'] === 'coordinator' })),
  };
}

/** The questions of a task, by ascending id. */
export function readQuestions(folder: string, task: Task): AskedQuestion[] {
  const file = join(folder, 'tasks', `${task}.queries.json`);
  const rows = parsedJson(file);
  if (!Array.isArray(rows)) throw new EvaluationError(`${file} is not a list of questions.`);
  return rows
    .map((row: unknown, at) => questionOf(row, `${file}, question ${at + 1}`))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function questionOf(row: unknown, place: string): AskedQuestion {
  const told = (row ?? {}) as Record<string, unknown>;
  if (typeof told['id'] !== 'string') throw new EvaluationError(`${place} has no id.`);
  const given = textsOf(told['given']);
  const asker = typeof told['actor'] === 'string' ? [told['actor']] : [];
  const seats = told['n_missing'];
  return {
    id: told['id'],
    seeds: [...asker, ...given].sort(),
    banned: textsOf(told['exclude']),
    text: typeof told['text'] === 'string' ? told['text'] : null,
    seats: typeof seats === 'number' && seats > 0 ? seats : null,
  };
}

/** A question in the numbers of a network; `rows` knows the actors that take part in nothing yet. */
export function inNumbers(
  { seeds, banned, text, seats }: AskedQuestion,
  numberOf: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, RegisteredActor>,
): Question {
  const numbers = (ids: readonly string[]) => ids.flatMap((id) => numberOf.get(id) ?? []);
  return {
    seeds: seeds.map((id) => rows.get(id) ?? { id, name: '', sector: '', country: '', city: '' }),
    known: numbers(seeds),
    banned: new Set(numbers([...seeds, ...banned])),
    text,
    seats,
  };
}

function rowsOf(file: string, wanted: readonly string[]): Record<string, string>[] {
  if (!existsSync(file)) throw new EvaluationError(`${file} is not there. The folder must hold it.`);
  const rows = parse(readFileSync(file, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_quotes: true,
    relax_column_count: true,
  }) as Record<string, string>[];
  const missing = wanted.filter((column) => rows.length > 0 && !(column in rows[0]!));
  if (missing.length > 0) throw new EvaluationError(`${file} has no column ${missing.join(', ')}. Its first line must name the columns.`);
  return rows;
}

function parsedJson(file: string): unknown {
  if (!existsSync(file)) throw new EvaluationError(`${file} is not there. The folder must hold it.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new EvaluationError(`${file} is not JSON.`);
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').sort() : [];
}
