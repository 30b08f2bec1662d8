import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** As `npm run backup` names the archives of its own folder. */
const NAMED = /^knotenpunkt-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.zip$/;

/** Removes archives of the folder that are older than so many days by their name; whatever is named otherwise stays. */
export async function removeOldBackups(folder: string, days: number, now = new Date()): Promise<void> {
  const before = now.getTime() - days * 86_400_000;
  for (const name of await readdir(folder)) {
    const [, year, month, day, hour, minute, second] = NAMED.exec(name) ?? [];
    if (year === undefined) continue;
    if (Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) < before) await rm(join(folder, name), { force: true });
  }
}
