import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who asks, in the order of the columns of permissions.md. */
export const ROLES = [
  'visitor',
  'stranger',
  'editor',
  'delegate',
  'administrator',
  'coordinator',
  'platform administrator',
  'coordinator elsewhere',
] as const;
export type RoleName = (typeof ROLES)[number];

export interface PermissionRow {
  /** `Query.actor` for operations, `Actor.contacts` for fields. */
  name: string;
  /** What `@Permit` says at the operation; empty for fields. */
  door: string;
  expected: Record<RoleName, string>;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The lines of permissions.md and of the tables rooms have beside it. */
const lines = () =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFileSync(join(import.meta.dirname, name), 'utf8').split('\n'))
    .map(cellsOf);

function answersIn(name: string, cells: string[]): Record<RoleName, string> {
  if (cells.length !== ROLES.length) throw new Error(`${name}: a row of permissions.md has ${ROLES.length} answers`);
  return Object.fromEntries(ROLES.map((role, at) => [role, cells[at]!])) as Record<RoleName, string>;
}

/** The rows of permissions.md about operations and fields. */
export function readPermissions(): PermissionRow[] {
  return lines().flatMap(([name, door, ...cells]) =>
    name && /^`\w+\.\w+`$/.test(name) ? [{ name: name.replaceAll('`', ''), door: door ?? '', expected: answersIn(name, cells) }] : [],
  );
}

/** The rows of permissions.md about addresses beside GraphQL: what is done there, and the status each is answered. */
export function readAddresses(): [what: string, expected: Record<RoleName, string>][] {
  return lines().flatMap(([what, ...cells]) =>
    what && /^`\w+( \w+)+`$/.test(what) ? [[what.replaceAll('`', ''), answersIn(what, cells)]] : [],
  );
}
