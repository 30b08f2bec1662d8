import type { Grade, Id, LocalDate, ActorKind, Rect } from '@knotenpunkt/kernel';

/** How a mark is filled, so that classes are told apart without their colours. */
export type TakenPattern = 'full' | 'hole' | 'bar' | 'upright' | 'slash' | 'cross';

/** What lies beneath an arrangement, in the unit of places. */
export interface TakenGround {
  /** All of it, names included. */
  extent: Rect;
  lines: readonly { points: readonly (readonly [x: number, y: number])[]; strong: boolean }[];
  circles: readonly { x: number; y: number; radius: number }[];
  names: readonly {
    x: number;
    y: number;
    align: 'start' | 'center' | 'end';
    text: string;
    strong: boolean;
    /** Degrees against the clock. */
    turn: number;
    /** What is longer is cut; null: as long as it is. */
    width: number | null;
  }[];
  /** No two actors stand nearer to each other. */
  spacing: number;
  /** Ties and names of all would hide what the arrangement tells: only those of the chosen are drawn. */
  quiet: boolean;
}

/** An actor as it is shown and taken along. */
export interface TakenNode {
  id: Id;
  name: string;
  /** What stands beside the mark; empty: nothing. */
  label: string;
  /** Shape of the mark. */
  kind: ActorKind;
  /** Names of themes in the language of the reader. */
  themes: readonly string[];
  city: string | null;
  /** 0 to 1000; y grows downwards. */
  x: number;
  y: number;
  /** Number of actors it is tied to. */
  degree: number;
  /** Place in `communities`; -1 for an actor in none. */
  community: number;
  /** `#rrggbb`. */
  colour: string;
  pattern: TakenPattern;
  /** What the mark is sized by, as a number of ties. */
  size: number;
  /** Where one reads more of it; null where it has no page. */
  address: string | null;
}

/** A tie as it is shown and taken along; `a` and `b` are ids of actors that are taken along too. */
export interface TakenTie {
  a: Id;
  b: Id;
  grade: Grade;
  strength: number;
  since: LocalDate | null;
  /** Null while it runs. */
  until: LocalDate | null;
  /** How many shared acts it comes from. */
  sources: number;
}

export interface TakenLegendEntry {
  label: string;
  count: number | null;
  mark: { kind: ActorKind; colour: string } | { grade: Grade } | { note: number } | { colour: string; pattern: TakenPattern };
}

export interface TakenLegend {
  title: string;
  entries: readonly TakenLegendEntry[];
}

/** A note of a kept view; its flag stands at an actor. */
export interface TakenNote {
  actorId: Id;
  /** As on the page. */
  number: number;
  name: string;
  text: string;
}

export interface TakenLicence {
  name: string;
  address: string;
}

/** Where the data come from and what one may do with them. */
export interface TakenSource {
  /** Who is to be named. */
  attribution: string;
  /** Null: none is granted. */
  licence: TakenLicence | null;
  /** What must be known before the data are used; null: nothing. */
  note: string | null;
  /** The page that shows the same. */
  address: string | null;
}

/**
 * What is shown, described so that every way out writes the same: already filtered, decorated and named in the reader's language.
 * Ties may be read again and again; they are not a list, so that half a million need not exist at once.
 */
export interface Taken {
  language: 'de' | 'en';
  title: string;
  region: { slug: string; name: string };
  /** The day that is shown. */
  asOf: LocalDate;
  /** What the view leaves out or puts first, in sentences. */
  about: readonly string[];
  nodes: readonly TakenNode[];
  ties: Iterable<TakenTie>;
  tieCount: number;
  /** Named groups of actors. */
  communities: readonly { id: string; name: string }[];
  /** Whether the grounds of communities are drawn, with their names. */
  grounds: boolean;
  /** Null: nothing. */
  ground: TakenGround | null;
  legends: readonly TakenLegend[];
  /** Notes at actors that are taken along. */
  notes: readonly TakenNote[];
  /** Lifted in the picture. */
  chosen: ReadonlySet<Id>;
  source: TakenSource;
}
