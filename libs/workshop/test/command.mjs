import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a program of this repository to its end. Its output is kept, and shown while it runs only when `shown`.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ minutes: number, shown?: boolean, env?: Record<string, string> }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function command(program, args, { minutes, shown = false, env = {} }) {
  return new Promise((done) => {
    const path = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    // A process group of its own, so that everything it started ends with it when its time is up.
    const child = spawn(program, args, {
      env: { ...process.env, PATH: path, NX_DAEMON: 'false', ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk.toString();
      if (shown) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const endAll = () => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      output += `\nNot finished after ${minutes} minutes.`;
      endAll();
    }, minutes * 60_000);
    const interrupted = () => {
      endAll();
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    /** @param {boolean} ok */
    const finish = (ok) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      done({ ok, output });
    };
    child.on('error', (fault) => {
      output += fault.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/**
 * The last lines of an output, for a failure that is told in short.
 *
 * @param {string} output
 */
export function lastLines(output, count = 40) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
