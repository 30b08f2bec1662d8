import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.JOURNEY_PORT ?? 4480);
const graph = process.env.GRAPH ?? 'embedded';

/** What leads through the graph; how pages look and what mails say does not depend on it. */
const ON_BOTH_GRAPHS = [
  'alliance-is-formed.journey.ts',
  'organisation-starts-initiative.journey.ts',
  'partners-agree-on-initiative.journey.ts',
  'server-is-killed.journey.ts',
  'two-are-introduced-by-a-third.journey.ts',
  'visitor-asks-for-contact.journey.ts',
  'visitor-follows-a-tie.journey.ts',
];
/** What an embedded graph cannot do: it is never away. */
const ON_NEO4J_ALONE = ['graph-is-away.journey.ts'];

/** Journeys in a real browser, against the built product with a database and a graph of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: process.env.PROOF === 'access' ? '*.access.ts' : graph === 'neo4j' ? [...ON_BOTH_GRAPHS, ...ON_NEO4J_ALONE] : '*.journey.ts',
  testIgnore: graph === 'neo4j' ? [] : ON_NEO4J_ALONE,
  tsconfig: '../tsconfig.web.json',
  outputDir: '../test-results',
  // Journeys write to one region; each has its own people and organisations, but the machine has two cores.
  workers: 1,
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 860 },
    // A trace takes a picture at each step, and journeys that keep one take 1.7 times as long.
    trace: 'on-first-retry',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: `node dist/api/main.js ${graph === 'neo4j' && !process.env.NEO4J_URL ? 'all-with-neo4j' : 'all'}`,
    cwd: resolve(import.meta.dirname, '..'),
    url: `http://127.0.0.1:${port}/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      GRAPH: process.env.NEO4J_URL ? graph : 'embedded',
      PORT: String(port),
      DATA_FOLDER: mkdtempSync(join(tmpdir(), 'journeys-')),
      LOG_LEVEL: 'warn',
    },
  },
});
