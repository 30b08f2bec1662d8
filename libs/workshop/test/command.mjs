import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** How long a program that is over its time may take to end what it started, in seconds. */
const graceSeconds = 30;

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
    /** @param {NodeJS.Signals} signal */
    const endAll = (signal) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    };
    let inTime = true;
    /** @type {NodeJS.Timeout | undefined} */
    let lastWord;
    // Asked first: what it started in groups of their own, such as the server of the journeys, only it can end.
    const timer = setTimeout(() => {
      inTime = false;
      output += `\nNot finished after ${minutes} minutes.`;
      endAll('SIGINT');
      lastWord = setTimeout(() => endAll('SIGKILL'), graceSeconds * 1000);
    }, minutes * 60_000);
    const interrupted = () => {
      endAll('SIGKILL');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    /** @param {boolean} ok */
    const finish = (ok) => {
      clearTimeout(timer);
      clearTimeout(lastWord);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      done({ ok, output });
    };
    child.on('error', (fault) => {
      output += fault.message;
      finish(false);
    });
    child.on('close', (code) => finish(inTime && code === 0));
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
