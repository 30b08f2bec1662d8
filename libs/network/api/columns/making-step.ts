import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { AUDIENCES, type Audience } from '@knotenpunkt/kernel';
import {
  contentIn,
  findingsOf,
  packNetwork,
  packPast,
  packRegions,
  regionsOf,
  type NetworkColumns,
  type NetworkPast,
} from '@knotenpunkt/network/domain';
import type { NetworkSnapshot } from '../snapshot.repository';
import { placedIn } from './network-in-columns';
import { fingerprintOf, placeAnew, placingOf } from './placing-step';
import { FORMAT, type NetworkFile, type Phase } from './stored-network';

/** A network as an audience sees it, before anybody has a place. */
export interface SeenNetwork {
  columns: NetworkColumns;
  past: NetworkPast;
}

/** What places, and all that is stored, are made of: plain values and columns of numbers, which can be handed to another thread. */
export interface NetworkToMake {
  /** What audiences see, each once. */
  networks: SeenNetwork[];
  /** For each audience its place in `networks`; that of the public is the one that decides about places. */
  seenBy: Record<Audience, number>;
  /** How strong each tie of the public network is where one grade counts alone. */
  counted: Float64Array;
  last: NetworkSnapshot | null;
  /** The content that is stored for an audience: what is equal to it is not packed again. */
  stored: Partial<Record<Audience, string>>;
}

/** Places and communities, written as they are stored. */
export interface WrittenPlacing extends Pick<NetworkSnapshot, 'seq' | 'analysedOn' | 'fingerprint'> {
  positions: string;
  communities: string;
}

/** One of the networks, ready to be stored. */
export interface MadeNetwork {
  columns: NetworkColumns;
  /** Equal for equal content, whatever the version of the data. */
  content: string;
  /** Compressed (gzip); null where all who see it have this content already. */
  files: Record<NetworkFile, Uint8Array<ArrayBuffer>> | null;
}

export interface MadeNetworks {
  /** Null: the last places hold. */
  placing: WrittenPlacing | null;
  /** In the order in which they were asked for. */
  networks: MadeNetwork[];
}

/** Finds places where they changed, and packs all that is stored of each network. The same for the same input. */
export function makeNetworks(asked: NetworkToMake, tell: (phase: Phase, part: number) => void): MadeNetworks {
  const { networks, seenBy, last } = asked;
  tell('PLACES', 0);
  const open = networks[seenBy.PUBLIC]!.columns;
  const fingerprint = fingerprintOf(open);
  const made = last?.fingerprint === fingerprint ? null : placeAnew(open, asked.counted, fingerprint, last);
  const { analysedOn, ...placed } = made ?? last!;
  const placing = placingOf(placed);
  return {
    placing: made && { ...made, positions: JSON.stringify(made.positions), communities: JSON.stringify(made.communities) },
    networks: networks.map(({ columns, past }, which) => {
      tell('PACKING', which / networks.length);
      const contents = AUDIENCES.filter((audience) => seenBy[audience] === which).map((audience) => asked.stored[audience]);
      return packed({ ...placedIn(columns, placing), analysedOn }, past, contents);
    }),
  };
}

/** `stored`: what those who see it have. */
function packed(columns: NetworkColumns, past: NetworkPast, stored: readonly (string | undefined)[]): MadeNetwork {
  const bytes: Record<NetworkFile, Uint8Array<ArrayBuffer>> = {
    COLUMNS: packNetwork(columns),
    REGIONS: packRegions(regionsOf(columns)),
    PAST: packPast(past),
    FINDINGS: new TextEncoder().encode(JSON.stringify(findingsOf(columns))),
  };
  const hash = createHash('sha256').update(String(FORMAT));
  for (const [file, each] of Object.entries(bytes)) {
    const told = file === 'FINDINGS' ? { head: '', columns: each } : contentIn(each);
    hash.update(told.head).update(told.columns);
  }
  const content = hash.digest('hex');
  if (stored.every((before) => before === content)) return { columns, content, files: null };
  // Copied, since small ones lie in a room that Node shares among many, and could not be handed over.
  const files = Object.fromEntries(Object.entries(bytes).map(([file, each]) => [file, new Uint8Array(gzipSync(each))]));
  return { columns, content, files: files as typeof bytes };
}
