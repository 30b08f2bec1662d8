import { readFileSync } from 'node:fs';
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

/** The rows of permissions.md. */
export function readPermissions(): PermissionRow[] {
  const text = readFileSync(join(import.meta.dirname, 'permissions.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const [name, door, ...cells] = cellsOf(line);
    if (!name || !/^`\w+\.\w+`$/.test(name)) return [];
    if (cells.length !== ROLES.length) throw new Error(`${name}: a row of permissions.md has ${ROLES.length} answers`);
    const expected = Object.fromEntries(ROLES.map((role, at) => [role, cells[at]!])) as Record<RoleName, string>;
    return [{ name: name.replaceAll('`', ''), door: door ?? '', expected }];
  });
}
