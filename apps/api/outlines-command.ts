import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { fill } from '@knotenpunkt/kernel';
import type { Configuration } from '@knotenpunkt/platform/config';
import { createDataSource, registeredEntities } from '@knotenpunkt/platform/database';
import { JsonLogger } from '@knotenpunkt/platform/telemetry';
import { OutlinesService, RegionService } from '@knotenpunkt/regions/api';
import type { OutlineRefusal } from '@knotenpunkt/regions/domain';
import { AppModule } from './app.module';

/** A document that is larger holds far more points than any map of a region needs. */
const LARGEST_FILE = 20_000_000;

const USAGE = `npm run outlines -- <file.geojson> --region <slug>
npm run outlines -- --remove --region <slug>

Gives a region the outlines that its maps show: a GeoJSON FeatureCollection in degrees (WGS 84). Each feature is a polygon or a line with the
properties "name" and "level" (region, municipality or district); "nameAt": [lon, lat] says where its name stands. A member "attribution"
beside "features" names who made them, and is shown wherever they are.`;

const REFUSALS: Record<OutlineRefusal, string> = {
  NOT_GEOJSON: 'This is no GeoJSON FeatureCollection.',
  NOT_WGS84: 'Coordinates must be degrees of longitude and latitude (WGS 84). Convert the file, for example: ogr2ogr -t_srs EPSG:4326.',
  NOTHING: 'There is no feature in it.',
  TOO_MANY_AREAS: 'There are more than {{most}} features in it.',
  TOO_MANY_POINTS: 'There are more than {{most}} points in it, even once simplified. Simplify it before.',
  NAME: 'Feature {{feature}} has no "name" of at most 120 characters.',
  LEVEL: 'Feature {{feature}} has no "level" that is region, municipality or district.',
  ATTRIBUTION: '"attribution" must be a text of at most 300 characters.',
  GEOMETRY: 'Feature {{feature}} is no polygon or line of pairs of numbers.',
  OPEN_RING: 'Feature {{feature}} is a polygon whose ring does not end where it begins.',
  OUTSIDE: 'Feature {{feature}} leaves the extent of the region at {{lon}}, {{lat}}.',
};

/** Why outlines were not taken, with what to do. */
export class OutlinesRefused extends Error {}

/** Gives a region the outlines of a file, or takes them away; gives what became of it, in lines. */
export async function outlinesCommand(configuration: Configuration, databaseUrl: string, given: string[]): Promise<string[]> {
  const wish = wishOf(given);
  const document = wish.file === null ? null : await readDocument(wish.file);
  const dataSource = await createDataSource(databaseUrl, { entities: registeredEntities(), slow: true, poolSize: 2 }).initialize();
  const rooms = AppModule.forRoot({ ...configuration, graph: { kind: 'embedded' } }, databaseUrl, dataSource);
  const app = await NestFactory.createApplicationContext(rooms, { logger: new JsonLogger('warn'), abortOnError: false });
  try {
    const region = (await app.get(RegionService).all()).find(({ slug }) => slug === wish.region);
    if (!region) throw new OutlinesRefused(`There is no region ${wish.region}.`);
    const outlines = app.get(OutlinesService);
    if (wish.file === null) {
      await outlines.remove(region);
      return [`Maps of ${region.slug} show no outlines any longer.`];
    }
    const kept = await outlines.replace(region, document);
    if (!kept.ok) {
      const params = Object.fromEntries(Object.entries(kept.refusal.params ?? {}).map(([name, value]) => [name, String(value)]));
      throw new OutlinesRefused(fill(REFUSALS[kept.refusal.code], params));
    }
    const points = kept.value.areas.reduce((sum, { lines }) => sum + lines.reduce((count, line) => count + line.length, 0), 0);
    return [`Maps of ${region.slug} show ${kept.value.areas.length} outlines of ${points} points; readers see them within a minute.`];
  } finally {
    await app.close();
  }
}

function wishOf(given: string[]): { region: string; file: string | null } {
  try {
    const options = { remove: { type: 'boolean' }, region: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: given, allowPositionals: true, options });
    const [file, more] = positionals;
    const { region } = values;
    if (region && more === undefined && (file === undefined) === (values.remove === true)) return { region, file: file ?? null };
  } catch {
    // Unknown options are answered like missing ones.
  }
  throw new OutlinesRefused(USAGE);
}

async function readDocument(file: string): Promise<unknown> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new OutlinesRefused(`There is no file ${file}.`);
  if (found.size > LARGEST_FILE) throw new OutlinesRefused(`The file is larger than ${LARGEST_FILE / 1_000_000} MB. Simplify it before.`);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    throw new OutlinesRefused(REFUSALS.NOT_GEOJSON);
  }
}
