import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The long-term release, which runs on Java 17. Newer lines want a newer Java. */
export const NEO4J_VERSION = '5.26.12';
const OLDEST_JAVA = 17;

/** A Neo4j of our own cannot run here; `message` is a sentence that says what to do. */
export class Neo4jServerError extends Error {}

const OTHERWISE = 'Or name a Neo4j 5 that runs elsewhere in NEO4J_URL, or use the built-in graph: npm start';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>knotenpunkt</groupId>
  <artifactId>neo4j-library</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${['neo4j', 'neo4j-bolt'].map((artifact) => `
    <dependency><groupId>org.neo4j</groupId><artifactId>${artifact}</artifactId><version>${NEO4J_VERSION}</version></dependency>`).join('')}
  </dependencies>
</project>
`; // prettier-ignore

/** The Java to start Neo4j with: that of JAVA_HOME, else the one on the path. Throws where it is missing or too old. */
export async function findJava(environment = process.env): Promise<string> {
  const java = environment['JAVA_HOME'] ? join(environment['JAVA_HOME'], 'bin', 'java') : 'java';
  const { found, output } = await outputOf(java, ['--list-modules']);
  const version = Number(/java\.base@(\d+)/.exec(output)?.[1] ?? 0);
  if (!found)
    throw new Neo4jServerError(`Neo4j needs Java ${OLDEST_JAVA}, and no Java was found. Install a JDK, then start again. ${OTHERWISE}`);
  if (version < OLDEST_JAVA)
    throw new Neo4jServerError(
      `Neo4j needs Java ${OLDEST_JAVA} or later; ${java} is ${version || 'older'}. Install a newer JDK or name it in JAVA_HOME. ${OTHERWISE}`,
    );
  if (!output.includes('jdk.compiler@'))
    throw new Neo4jServerError(
      `Neo4j is started from source and needs a full JDK; ${java} belongs to a runtime only. Install a JDK ${OLDEST_JAVA}. ${OTHERWISE}`,
    );
  return java;
}

/** Fetches Neo4j's published artifacts into `folder`, once. What was fetched before is used as it is. */
export async function fetchNeo4j(folder: string, say: (line: string) => void): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).some((name) => /^neo4j-5\.[\d.]+\.jar$/.test(name))) return;
  say('Fetching Neo4j (once, about a minute) …');
  // Beside its place until it is complete, so that a broken download is never taken for a whole one.
  const part = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'pom.xml'), POM);
  } catch (error) {
    throw new Neo4jServerError(
      `The folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Name another one in KNOTENPUNKT_NEO4J_LIB.`,
    );
  }
  try {
    const jars = join(part, 'jars');
    const { found, ok, output } = await outputOf('mvn', [
      ...['--quiet', '--batch-mode', '--file', join(part, 'pom.xml')],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'],
    ]);
    if (!found)
      throw new Neo4jServerError(
        `Neo4j is fetched with Maven, and no mvn was found. Install Maven, then start again; or name a folder with Neo4j's jars in KNOTENPUNKT_NEO4J_LIB. ${OTHERWISE}`,
      );
    if (!ok)
      throw new Neo4jServerError(
        `Neo4j could not be fetched. Check the network connection and Maven's settings, then start again. ${OTHERWISE}\nMaven said: ${output.slice(-600).trim()}`,
      );
    rmSync(folder, { recursive: true, force: true });
    renameSync(jars, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function outputOf(command: string, args: string[]): Promise<{ found: boolean; ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.once('error', () => resolve({ found: false, ok: false, output }));
    child.once('close', (code) => resolve({ found: true, ok: code === 0, output }));
  });
}
