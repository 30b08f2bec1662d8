// `npx nx bench web`: drawing a network in the browser, ours beside others with the same number of things. See README.md.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { cpuOfTree } from './cpu.mjs';

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    what: { type: 'string', default: 'ours,ours-1500,canvas,sigma,cytoscape' },
    rounds: { type: 'string', default: '3' },
  },
});
const folder = resolve(import.meta.dirname, '../../../tmp/bench-web');
/** Of CPU time: on a busy machine the wall says little. */
const PATIENCE_MS = 75_000;
const LONGEST_WALL_MS = 420_000;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://bench').pathname);
  const file = join(folder, path === '/' ? 'index.html' : path);
  if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/`;

/** One contender in a browser of its own: what one leaves behind must not slow the next. */
async function measure(what, size) {
  const launched = await chromium.launchServer({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--enable-unsafe-swiftshader'],
  });
  let timer;
  try {
    const browser = await chromium.connect(launched.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('pageerror', (error) => process.stderr.write(`${what} ${size}: ${error.stack}\n`));
    const used = {};
    await page.exposeFunction('phase', (name) => void (used[name] = cpuOfTree(launched.process().pid)));
    await page.goto(address);
    await page.waitForFunction(() => 'measure' in window);
    const started = Date.now();
    const enough = new Promise((done) => {
      timer = setInterval(() => {
        const spent = cpuOfTree(launched.process().pid) - (used.begin ?? Infinity);
        if ((spent > PATIENCE_MS && !used.whole) || Date.now() - started > LONGEST_WALL_MS) done(null);
      }, 2_000);
    });
    const told = page
      .evaluate(([name, count]) => window.measure(name, count), [what, size])
      .catch((error) => {
        process.stderr.write(`${what} ${size}: ${error.message.split('\n')[0]}\n`);
        return null;
      });
    const measured = await Promise.race([told, enough]);
    if (!measured) return null;
    const cpu = {
      readable: used.readable - used.begin,
      whole: used.whole - used.begin,
      pan: (used.panned - used.pan) / measured.pan.count,
      zoom: (used.zoomed - used.zoom) / measured.zoom.count,
    };
    return { ...measured, cpu };
  } finally {
    clearInterval(timer);
    await launched.kill();
  }
}

const results = new Map();
const gaveUp = new Set();
for (let round = 0; round < Number(given.rounds); round++) {
  for (const size of given.sizes.split(',').map(Number)) {
    for (const what of given.what.split(',')) {
      const key = `${size} ${what}`;
      if (gaveUp.has(key)) continue;
      const measured = await measure(what, size);
      if (!measured) gaveUp.add(key);
      else results.set(key, [...(results.get(key) ?? []), measured]);
      process.stderr.write(
        `round ${round + 1} ${key}: ${measured ? JSON.stringify(measured, (_, value) => (typeof value === 'number' ? Math.round(value) : value)) : `not in ${PATIENCE_MS / 1000} s of CPU`} (load ${loadavg()[0].toFixed(1)})\n`,
      );
    }
  }
}
server.close();

const middle = (values) => Math.round(values.toSorted((p, q) => p - q)[Math.floor(values.length / 2)]).toLocaleString('en');
const lines = [
  '| actors, ties | what | readable: CPU / wall | all drawn: CPU / wall | pan: CPU / median / p95 | zoom: CPU / median / p95 |',
  '| --- | --- | --- | --- | --- | --- |',
];
for (const size of given.sizes.split(',').map(Number))
  for (const what of given.what.split(',')) {
    const rows = results.get(`${size} ${what}`);
    const things = `${size.toLocaleString('en')}, ${(5 * size).toLocaleString('en')}`;
    if (!rows) {
      lines.push(`| ${things} | ${what} | not in ${PATIENCE_MS / 1000} s of CPU | – | – | – |`);
      continue;
    }
    const of = (...picks) => picks.map((pick) => middle(rows.map(pick))).join(' / ');
    lines.push(
      `| ${things} | ${what} | ${of(
        (row) => row.cpu.readable,
        (row) => row.readable,
      )} | ${of(
        (row) => row.cpu.whole,
        (row) => row.whole,
      )} | ${of(
        (row) => row.cpu.pan,
        (row) => row.pan.median,
        (row) => row.pan.p95,
      )} | ${of(
        (row) => row.cpu.zoom,
        (row) => row.zoom.median,
        (row) => row.zoom.p95,
      )} |`,
    );
  }
const loads = loadavg().map((load) => load.toFixed(1));
process.stdout.write(
  `${lines.join('\n')}\n\nMilliseconds, median of ${given.rounds} rounds; load of the machine at the end ${loads.join(', ')}.\n`,
);
