import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a clock tick in /proc. */
const TICK = 10;

/** CPU time a process and all below it have used so far: a browser draws in several. Milliseconds. */
export function cpuOfTree(root) {
  const processes = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      // Of children that ended too.
      const cpu = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK;
      processes.set(Number(name), { parent: Number(fields[1]), cpu });
    } catch {
      // It has ended meanwhile.
    }
  }
  let sum = 0;
  for (const [pid, { cpu }] of processes) {
    let up = pid;
    while (up > 1 && up !== root) up = processes.get(up)?.parent ?? 0;
    if (up === root) sum += cpu;
  }
  return sum;
}
