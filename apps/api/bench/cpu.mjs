import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a clock tick in /proc (100 a second on every Linux there is). */
const TICK = 10;

function statOf(pid, task = '') {
  try {
    const text = readFileSync(`/proc/${pid}${task}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * TICK };
  } catch {
    return null;
  }
}

/** CPU time the thread that answers requests has used so far; a layout that is computed beside it does not count. Milliseconds. */
export function cpuOf(pid) {
  return statOf(pid, `/task/${pid}`)?.cpu ?? 0;
}

/** CPU time of a postmaster and everything it started, those that ended among it. Milliseconds. */
export function cpuOfTree(root) {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat && (Number(name) === root || stat.parent === root)) sum += stat.cpu;
  }
  const own = readFileSync(`/proc/${root}/stat`, 'utf8');
  const fields = own.slice(own.lastIndexOf(')') + 2).split(' ');
  return sum + (Number(fields[13]) + Number(fields[14])) * TICK;
}
