import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** One line of a Dockerfile: `COPY`, `RUN` … with what follows. */
export interface Step {
  word: string;
  text: string;
}

export interface Stage {
  name: string;
  steps: Step[];
}

/** The stages of a Dockerfile; comments and continued lines are taken care of. Throws on a word this reader does not know. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim());
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (!word || rest === undefined) throw new Error(`not understood: ${line}`);
    if (!['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'ENTRYPOINT', 'CMD'].includes(word))
      throw new Error(`unknown word ${word}`);
    if (word === 'FROM') stages.push({ name: / AS (\S+)$/.exec(rest)?.[1] ?? 'image', steps: [] });
    else stages.at(-1)!.steps.push({ word, text: rest });
  }
  return stages;
}

/** Root must not run what the image runs as an ordinary user: it becomes nobody. */
const USER = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};

function own(path: string): void {
  if (USER.uid !== undefined) chownSync(path, USER.uid, USER.gid);
}

/** A folder and what is missing above it, below `root`; belongs to the user of the steps. */
function makeFolder(root: string, folder: string): void {
  if (existsSync(folder)) return;
  if (folder !== root) makeFolder(root, dirname(folder));
  mkdirSync(folder);
  own(folder);
}

/**
 * Installs what the lock file lists by hard links to the packages that are there. What differs from `npm ci`: nothing is
 * fetched, nothing unpacked, and no package's own installation script runs.
 */
function installPackages(house: string, folder: string, omitDev: boolean): void {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lock !== readFileSync(join(house, 'package-lock.json'), 'utf8')) throw new Error('the lock file differs from the one installed');
  const listed = (JSON.parse(lock) as { packages: Record<string, { dev?: boolean }> }).packages;
  makeFolder(folder, join(folder, 'node_modules'));
  const outermost = Object.entries(listed).filter(([path]) => path !== '' && path.lastIndexOf('node_modules/') === 0);
  for (const [path, { dev }] of outermost) {
    // Packages for other systems are listed, but not installed.
    if ((omitDev && dev) || !existsSync(join(house, path))) continue;
    makeFolder(folder, dirname(join(folder, path)));
    execFileSync('cp', ['-al', join(house, path), join(folder, path)]);
  }
  const bin = join(folder, 'node_modules/.bin');
  cpSync(join(house, 'node_modules/.bin'), bin, { recursive: true, verbatimSymlinks: true });
}

export interface Image {
  folder: string;
  /** Starts what a container of the image would run, as an ordinary user, with nothing in its environment but this. */
  start(command: string[], environment: Record<string, string>): ChildProcess;
  remove(): void;
}

/**
 * Carries out a Dockerfile without a container engine, each stage in an empty folder. What differs from an engine: the
 * base image is this machine, its node is the one that runs the test, every step runs as an ordinary user (an engine
 * runs them as root up to `USER`), and `npm ci` is carried out by `installPackages`.
 */
export function buildImage(house: string): Image {
  const root = mkdtempSync(join(tmpdir(), 'knotenpunkt-image-'));
  chmodSync(root, 0o755);
  own(root);
  const ignored = new Set(readFileSync(join(house, '.dockerignore'), 'utf8').split('\n').filter(Boolean));
  const context = readdirSync(house).filter((name) => !ignored.has(name));
  const stages = readDockerfile(readFileSync(join(house, 'Dockerfile'), 'utf8'));
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  let environment: Record<string, string> = {};
  let workFolder = '';
  let entry: string[] = [];

  const asUser = (command: string, args: string[]) =>
    execFileSync(command, args, {
      cwd: workFolder,
      env: { PATH: path, HOME: root, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...USER,
    });
  const copy = (text: string, stageRoot: string) => {
    const from = /^--from=(\S+) (\S+) (\S+)$/.exec(text);
    const [sources, target] = from
      ? [[join(root, from[1]!, from[2]!)], from[3]!]
      : [
          text
            .split(' ')
            .slice(0, -1)
            .flatMap((name) => (name === '.' ? context : [name]))
            .map((name) => join(house, name)),
          text.split(' ').at(-1)!,
        ];
    if (!stageRoot) throw new Error('COPY before WORKDIR');
    for (const source of sources) {
      const goal = target.endsWith('/') || target === '.' ? join(workFolder, target, source.split('/').at(-1)!) : join(workFolder, target);
      // Packages are links already: linking them again is quicker than copying.
      execFileSync('cp', [source.endsWith('node_modules') ? '-al' : '-a', source, goal]);
      if (USER.uid !== undefined && !source.endsWith('node_modules')) execFileSync('chown', ['-R', `${USER.uid}:${USER.gid}`, goal]);
    }
  };

  for (const { name, steps } of stages) {
    const stageRoot = join(root, name);
    makeFolder(root, stageRoot);
    environment = {};
    for (const { word, text } of steps) {
      if (word === 'WORKDIR') makeFolder(stageRoot, (workFolder = join(stageRoot, text)));
      if (word === 'ENV') for (const [, key, value] of text.matchAll(/(\w+)=(\S+)/g)) environment[key!] = value!;
      if (word === 'COPY') copy(text, stageRoot);
      if (word === 'ENTRYPOINT') entry = JSON.parse(text) as string[];
      if (word === 'RUN' && text.startsWith('npm ci')) installPackages(house, workFolder, text.includes('--omit=dev'));
      else if (word === 'RUN') asUser('/bin/sh', ['-c', text]);
    }
  }
  const folder = workFolder;
  const ofImage = environment;
  return {
    folder,
    start: (command, more) =>
      spawn(entry[0]!, [...entry.slice(1), ...command], {
        cwd: folder,
        env: { PATH: path, HOME: root, ...ofImage, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...USER,
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
