import type { Audience, Grade, Id, LocalDate } from '@knotenpunkt/kernel';

/** What stands in the graph. Ties between actors are not facts: they are derived from what actors share. */
export type NodeType = 'Actor' | 'Initiative' | 'Challenge' | 'Alliance' | 'Event' | 'Theme';

export interface NodeFact {
  id: Id;
  type: NodeType;
  regionId: Id;
  audience: Audience;
  /** For actors the kind of actor, for initiatives the kind of initiative; filters ask for it. */
  kind?: string;
  /** Ids of themes. */
  themes?: string[];
}

/**
 * An actor takes part in something (an initiative, an alliance, an event that was held, or a network or body it is a
 * member of), or declares a tie to another actor (`to` is an actor and `declared` is true).
 */
export interface EdgeFact {
  /** Stable for the same participation, so that a renewed fact replaces the old one. */
  id: Id;
  from: Id;
  to: Id;
  /** The region in whose graph the fact stands: that of what is acted in, wherever the actor is at home. */
  regionId: Id;
  /** LEAD, PARTNER, MEMBER, HOST, PARTICIPANT, PART_OF … : upper-case word of the owning room. */
  role: string;
  since: LocalDate;
  until?: LocalDate | null;
  /** 1 unless the owning room says otherwise; > 0. */
  weight: number;
  grade: Grade;
  audience: Audience;
  /** Days after which a tie from this fact counts half, once it ended; from the owning room. */
  halfLifeDays: number;
  /** Last day on which the fact was confirmed, if later than `since`. */
  confirmedOn?: LocalDate | null;
  declared?: boolean;
}

/** A direction in which something lies in the space of a model; a long text has several. It belongs to the owner that tells it. */
export interface VectorFact {
  id: Id;
  /** What lies there, for example an offer. */
  of: Id;
  /** OFFER, NEED … : upper-case word of the owning room. */
  kind: string;
  regionId: Id;
  audience: Audience;
  values: number[];
}

/** All that the graph should know of one aggregate. Empty lists are the tombstone of a deleted one. */
export interface Facts {
  nodes: NodeFact[];
  edges: EdgeFact[];
  /** Missing: none. */
  vectors?: VectorFact[];
}

/** One row of `graph_fact`: replaces all earlier facts of the same owner. */
export interface FactRow {
  ownerType: string;
  ownerId: Id;
  seq: number;
  facts: Facts;
}

/**
 * Every question names on whose graph it is answered and as of which day. How strong a tie is follows from region,
 * audience and day alone; kinds and grades then leave out actors and sources, before the question is answered.
 */
export interface GraphQuestion {
  regionId: Id;
  audience: Audience;
  asOf: LocalDate;
  /** Only actors of these kinds (the actors asked about stay in); empty or missing: all. */
  kinds?: string[];
  /** Only ties of these grades; empty or missing: all. */
  grades?: Grade[];
}

/** What two actors share: the node (initiative, alliance, event, body) or the declared edge a tie comes from. */
export interface TieSource {
  /** The shared node; of a member and its body the body; of a declared tie the id of the edge. */
  nodeId: Id;
  nodeType: NodeType;
  /** True for a declared tie only; its `nodeType` is Actor. */
  declared?: true;
  grade: Grade;
  since: LocalDate;
  until: LocalDate | null;
  /** w · 1/(n−1) · 2^(−age/half-life) as of the day asked. */
  strength: number;
  /** w · 1/(n−1): what it was while it ran. */
  whole: number;
}

/** Derived: sum over what two actors share of w·1/(n−1), n ≥ 2 (Newman 2001). `a` < `b`. */
export interface Tie {
  a: Id;
  b: Id;
  /** The best grade among the sources. */
  grade: Grade;
  since: LocalDate;
  strength: number;
  /** Strongest first, then by node id. */
  sources: TieSource[];
}

export interface Surroundings {
  /** Distance in ties from the actor asked about (itself: 0); nearest, then strongest, then id. */
  nodes: { id: Id; distance: number }[];
  ties: Tie[];
  /** True when `limit` cut the answer. */
  truncated: boolean;
}

export interface ShortestPaths {
  /** Number of ties on a shortest path; null when there is none. */
  length: number | null;
  /** How many shortest paths there are, exactly. */
  count: number;
  /** At most fifty, strongest (sum of strengths) first, then by ids. */
  paths: Id[][];
  /** Every tie on the paths returned. */
  ties: Tie[];
}

export interface ScoredActor {
  id: Id;
  score: number;
}

/** What lies nearest to a vector, of one kind, on one audience's graph. */
export interface NearestQuestion {
  regionId: Id;
  audience: Audience;
  kind: string;
  vector: readonly number[];
  limit: number;
}

export interface ScoredThing {
  /** `VectorFact.of`. */
  id: Id;
  /** Cosine with the nearest of its vectors, −1 to 1. */
  score: number;
}

/**
 * The graph as the rest of the house knows it. Two adapters answer alike: scores are rounded to 1e-9, then ordered by
 * id. Every method may reject with `GraphUnavailable`; none answers with an empty list instead.
 */
export interface GraphPort {
  /** Applies rows in order of `seq`; rows at or below the graph's own `seq` of that owner are passed over. */
  apply(rows: FactRow[]): Promise<void>;
  /** The highest `seq` applied; 0 for an empty graph. */
  seq(): Promise<number>;
  /** `limit`: the most nodes in the answer, the actor asked about among them. An actor that is not on this graph: no nodes. */
  surroundings(question: GraphQuestion & { actorId: Id; depth: 1 | 2 | 3; limit: number }): Promise<Surroundings>;
  shortestPaths(question: GraphQuestion & { from: Id; to: Id }): Promise<ShortestPaths>;
  /** Actors that share neighbours with one actor, by resource allocation (Zhou, Lü & Zhang 2009); not tied to it yet. */
  similar(question: GraphQuestion & { actorId: Id; limit: number }): Promise<ScoredActor[]>;
  /** Things whose vectors point most nearly the same way (cosine), each once. An index may miss one that a scan would find. */
  nearest(question: NearestQuestion): Promise<ScoredThing[]>;
  /** All ties of a region on one audience's graph, ordered by (a, b); for overview, layout and communities. */
  stream(question: GraphQuestion): AsyncIterable<Tie>;
  /** A hash of the facts (not of strengths) of a region, equal for equal facts in both adapters. */
  fingerprint(regionId: Id | null): Promise<string>;
  /** Forgets everything; `seq` is 0 afterwards. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The graph cannot be reached or did not answer in time. */
export class GraphUnavailable extends Error {
  constructor(cause?: unknown) {
    super('The graph does not answer.', { cause });
    this.name = 'GraphUnavailable';
  }
}
