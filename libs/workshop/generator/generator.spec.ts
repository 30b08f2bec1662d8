import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { topOf } from '../house/tree';
import { generateFeature } from './feature.mjs';

const root = resolve();
let house: string;

/** Runs in the copy; gives what was printed. */
const run = (command: string, args: string[]) =>
  new Promise<string>((done, fail) => {
    const env = { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '', PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` };
    execFile(command, args, { cwd: house, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      error ? fail(new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)) : done(stdout + stderr),
    );
  });

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'generated-house-'));
  for (const name of topOf(root)) if (name !== 'node_modules') cpSync(join(root, name), join(house, name), { recursive: true });
  cpSync(join(root, '.gitignore'), join(house, '.gitignore'));
  symlinkSync(realpathSync(join(root, 'node_modules')), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('a generated feature', () => {
  it('compiles, heeds the fences and fits into the house', async () => {
    const told = await run('node', ['libs/workshop/generator/generate.mjs', 'feature', 'exchange', '--noun', 'placement']);
    expect(told).toContain('libs/exchange/api/placement.service.ts');
    await Promise.all([run('tsc', ['-p', 'tsconfig.server.json']), run('tsc', ['-p', 'tsconfig.web.json'])]);
    await run('eslint', ['--max-warnings', '0', 'libs/exchange', 'apps/api', 'apps/web', 'migrations']);
    const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--'];
    await run('node', [...jest, 'libs/workshop/house', 'libs/exchange']);
  }, 180_000);

  it('is refused where it has no place, or stands already', () => {
    expect(() => generateFeature(house, 'garden')).toThrow('rooms.mjs');
    expect(() => generateFeature(house, 'actors')).toThrow('there already');
    expect(() => generateFeature(house, 'regions')).toThrow('before identity');
    expect(() => generateFeature(house, 'exchange', { noun: 'Two Words' })).toThrow('one English word');
  });
});
