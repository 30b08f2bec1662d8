import { relative, sep } from 'node:path';

/**
 * Where a linted file stands, from the root of the repository, with forward slashes.
 *
 * @param {{ cwd: string, filename: string }} context
 */
export function placeOf(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/** @param {string} place */
export const isTest = (place) => /\.(spec|int-spec|neo4j-spec)\.tsx?$/.test(place);

/** @param {string} place */
export const isBench = (place) => place.split('/').includes('bench');
