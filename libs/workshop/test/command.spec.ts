import { command } from './command.mjs';

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Starts a process in a group of its own, tells its number, and ends it when asked to stop. */
const startsApart = `
  const { spawn } = require('node:child_process');
  const apart = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  console.log(apart.pid);
  apart.on('exit', () => process.exit(0));
  process.on('SIGINT', () => apart.kill());
  setInterval(() => {}, 1000);
`;

test('a program that is over its time has failed, and may first end what it started in a group of its own', async () => {
  const { ok, output } = await command('node', ['-e', startsApart], { minutes: 0.02 });
  expect(ok).toBe(false);
  expect(output).toContain('Not finished after 0.02 minutes.');
  expect(isRunning(parseInt(output))).toBe(false);
});

test('a program that ends in time tells what it wrote and whether it went well', async () => {
  expect(await command('node', ['-e', 'console.log("well")'], { minutes: 1 })).toEqual({ ok: true, output: 'well\n' });
  expect((await command('node', ['-e', 'process.exit(3)'], { minutes: 1 })).ok).toBe(false);
  expect((await command('no-such-program', [], { minutes: 1 })).ok).toBe(false);
});
