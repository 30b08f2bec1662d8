import type { LocalDate } from '@knotenpunkt/kernel';

/** A view of the network in the list of the region. */
export interface SeedNetworkView {
  key: string;
  name: string;
  sentence: string;
  /** What is unlike the network as it is first seen. */
  value: Record<string, unknown>;
  /** Keys of organisations. */
  chosen: string[];
  notes: { actor: string; text: string }[];
  keptOn: LocalDate;
}

/** A path through views, in the list of the region. */
export interface SeedNetworkRound {
  key: string;
  name: string;
  sentence: string;
  stops: { view: string; sentence: string }[];
  keptOn: LocalDate;
}

/** What the coordination notes on an organisation, or on its tie to another. */
export interface SeedNetworkNote {
  key: string;
  actor: string;
  other: string | null;
  text: string;
  writtenOn: LocalDate;
}
