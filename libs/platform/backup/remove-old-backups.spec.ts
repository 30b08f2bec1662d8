import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOldBackups } from './remove-old-backups';

describe('backups in the folder of the product', () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-backups-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('go when they are older than the period that people are told, and nothing else goes', async () => {
    const names = [
      'knotenpunkt-20260829T101500Z.zip',
      'knotenpunkt-20260831T101500Z.zip',
      'montag.zip',
      'knotenpunkt-20200101T000000Z.zip.part',
    ];
    for (const name of names) writeFileSync(join(folder, name), '');
    await removeOldBackups(folder, 90, new Date('2026-11-28T12:00:00Z'));
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  });
});
