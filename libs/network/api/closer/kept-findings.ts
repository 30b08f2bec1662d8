import { findingsOf, type Findings, type NetworkColumns } from '@knotenpunkt/network/domain';

/** Findings of states that are kept: found once, forgotten with the state. */
const found = new WeakMap<NetworkColumns, Findings>();

/** What is worth looking at in a state of the network. */
export function keptFindings(columns: NetworkColumns): Findings {
  const known = found.get(columns) ?? findingsOf(columns);
  found.set(columns, known);
  return known;
}
