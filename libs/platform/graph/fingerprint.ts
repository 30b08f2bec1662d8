import { createHash } from 'node:crypto';
import type { Id } from '@knotenpunkt/kernel';
import type { Facts } from './graph-port';

/**
 * SHA-256 over one line a fact, sorted, so that neither the order of owners nor of facts matters. The facts must be in
 * the form of `plainFacts`. `regionId` null: all regions.
 */
export function fingerprintOf(owners: Iterable<{ owner: string; facts: Facts }>, regionId: Id | null): string {
  const lines: string[] = [];
  for (const { owner, facts } of owners) {
    for (const fact of [...facts.nodes, ...facts.edges, ...(facts.vectors ?? [])]) {
      if (regionId === null || fact.regionId === regionId) lines.push(`${owner} ${JSON.stringify(sortedKeys(fact))}`);
    }
  }
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(line).update('\n');
  return hash.digest('hex');
}

function sortedKeys(fact: object): [string, unknown][] {
  return Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1));
}
