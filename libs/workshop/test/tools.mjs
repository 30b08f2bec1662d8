import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program stands on the PATH, or null.
 *
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** Neo4j 5 needs Java 17 or later, and Maven to fetch its published jars. What is missing, in words; empty: nothing. */
export function missingForNeo4j() {
  // Java prints its version to standard error.
  const java = spawnSync(process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(java.stderr ?? '')?.[1] ?? 0);
  return [...(major >= 17 ? [] : ['Java 17']), ...(onPath('mvn') ? [] : ['Maven'])];
}

/** Whether the sentence model is where the product looks for it (`libs/matching/api/sentence-model.ts`). */
export function hasModel() {
  return existsSync(join(process.env.MODELS_FOLDER || join('..', 'shared', 'models'), 'multilingual-e5-small', 'config.json'));
}

/** A Chromium of the system (Debian's, Ubuntu's, Google's), else the one Playwright may have installed; or null. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const ofSystem = ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean);
  if (ofSystem) return ofSystem;
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
