import { atOnce, type LocalDate } from '@knotenpunkt/kernel';
import type { CommunityNaming } from '../community';
import { groupedAs, groupIn, pack, unpackInSteps } from './pack';

/** Which ties communities and places were computed on: STATED only where a region has nothing better. */
export type AnalysedOn = 'WORKS_TOGETHER' | 'STATED';

/** Places lie in a square with edges of this many units. */
export const SQUARE = 1000;

/** A group of actors that work with each other most. */
export interface NetworkCommunity {
  id: string;
  /** Place in the list of the community it is a part of; -1: of none. */
  parent: number;
  /** 0 for the largest; a small network has only these. */
  level: number;
  naming: CommunityNaming;
  /** How many actors. */
  size: number;
}

/**
 * The whole network of a region on one audience's graph, as columns: every column of `actors` has one value an actor, every
 * column of `ties` one value a tie, pair (a, b) by place in `actors`, a < b by id. Small enough to be sent as it is and read without
 * making thousands of objects.
 */
export interface NetworkColumns {
  /** Version of the data. */
  seq: number;
  /** The day on which strengths are told. */
  asOf: LocalDate;
  analysedOn: AnalysedOn;
  communities: NetworkCommunity[];
  /** What `actors.kind` and `actors.theme` stand for. */
  kinds: string[];
  themes: string[];
  actors: {
    ids: readonly string[];
    names: readonly string[];
    /** What stands beside the mark: the short name, else the name. */
    labels: readonly string[];
    slugs: readonly string[];
    /** Empty where it is not known. */
    cities: readonly string[];
    /** Place in `kinds`. */
    kind: Uint8Array;
    /** Where the themes of an actor end in `theme`; they begin where those of the one before end. */
    themeEnd: Uint32Array;
    /** Places in `themes`. */
    theme: Uint16Array;
    /** 0 to 1000. */
    x: Float32Array;
    y: Float32Array;
    /** Degrees; NaN where it is not known. */
    lon: Float32Array;
    lat: Float32Array;
    /** Place in `communities`, of the finest level; -1 for an actor in none. */
    community: Int32Array;
    /** Number of actors it is tied to. */
    degree: Uint32Array;
    /** How often it stands between others, 0 to 1 (most in this network); on the public graph. */
    broker: Float32Array;
  };
  ties: {
    a: Uint32Array;
    b: Uint32Array;
    /** Place in `GRADES`. */
    grade: Uint8Array;
    strength: Float32Array;
    /** Days since 1970-01-01 (`fromDay`). */
    since: Int32Array;
    /** When the last of what it comes from ended; `OPEN_END` while something of it runs. */
    until: Int32Array;
    /** How many shared acts the tie comes from. */
    sources: Uint16Array;
  };
}

/** The themes of an actor, as places in the list of themes. */
export function themesAt({ theme, themeEnd }: Pick<NetworkColumns['actors'], 'theme' | 'themeEnd'>, actor: number): Uint16Array {
  return theme.subarray(actor === 0 ? 0 : themeEnd[actor - 1]!, themeEnd[actor]);
}

type Head = Omit<NetworkColumns, 'actors' | 'ties'>;

/** The network as bytes. */
export function packNetwork({ actors, ties, ...head }: NetworkColumns): Uint8Array<ArrayBuffer> {
  return pack<Head>(head, { ...groupedAs('actors', actors), ...groupedAs('ties', ties) });
}

/** The network again. Throws `NotPacked` where the bytes are none. */
export function unpackNetwork(packed: ArrayBuffer): NetworkColumns {
  return atOnce(unpackNetworkInSteps(packed));
}

/** The same in steps. */
export function* unpackNetworkInSteps(packed: ArrayBuffer): Generator<undefined, NetworkColumns> {
  const { head, columns } = yield* unpackInSteps<Head>(packed);
  return { ...head, actors: groupIn(columns, 'actors'), ties: groupIn(columns, 'ties') } as unknown as NetworkColumns;
}
