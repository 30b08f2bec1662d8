import {
  AUDIENCES,
  better,
  GRADES,
  rounded,
  toDay,
  weightLeft,
  type Audience,
  type Grade,
  type Id,
  type LocalDate,
} from '@knotenpunkt/kernel';
import { ACTOR, EVENT, THEME, type Adjacency } from './adjacency';
import { ALONE, latecomersAmong, Parts, type Footing } from './footing';
import type { Tie, TieSource } from './graph-port';
import { describe, toTie, type Source } from './tie-source';

const MET = GRADES.indexOf('MET');

/** On which graph ties are derived. */
export interface TieView {
  regionId: Id;
  audience: Audience;
  asOf: LocalDate;
  /** Empty: all grades. */
  grades: readonly Grade[];
  /** Only sources in which one of the two acts in one of these roles; empty or missing: all. */
  roles?: readonly string[];
}

/** Strengths of one actor's ties; the two arrays run in parallel. */
export interface Neighbours {
  actors: Int32Array;
  strengths: Float64Array;
}

/** Since when an actor is tied to others, and until when; in the order of `Neighbours`. */
export interface Spans {
  since: Int32Array;
  until: Int32Array;
}

/** Whether ties to an actor are wanted. */
type Keep = (other: number) => boolean;
const EVERYBODY: Keep = () => true;

/** Everyone who takes part in one node: rows in order of the actor, and how many actors that are. */
interface Group {
  rows: Int32Array;
  actors: number;
}

/**
 * The ties between actors on one audience's graph as of one day (formula and choices: README). Reads the adjacency as it
 * is: throw it away when facts change. The adjacency must hold everything around the actors asked about.
 */
export class DerivedTies {
  private readonly region: number;
  private readonly audience: number;
  private readonly asOf: number;
  private readonly grades: readonly boolean[];
  /** Numbers of roles; null: all. */
  private readonly roles: ReadonlySet<number> | null;
  private readonly groups = new Map<number, Group>();
  private readonly latecomers = new Map<number, Int32Array>();
  private readonly parts: Parts;
  private readonly known = new Map<number, Neighbours>();
  private remembered = 0;

  /** `remember`: how many ties to keep in memory before beginning anew; twelve bytes each. */
  constructor(
    private readonly adjacency: Adjacency,
    view: TieView,
    private readonly remember = 3_000_000,
  ) {
    this.region = adjacency.numberOf(view.regionId);
    this.audience = AUDIENCES.indexOf(view.audience);
    this.asOf = toDay(view.asOf);
    this.grades = GRADES.map((grade) => view.grades.length === 0 || view.grades.includes(grade));
    this.parts = new Parts(adjacency);
    this.roles = view.roles?.length ? new Set(view.roles.map((role) => adjacency.find(role))) : null;
  }

  /** Whether the number stands for an actor that is on this graph. */
  shows(actor: number): boolean {
    return this.adjacency.node.at.type[actor] === ACTOR && this.adjacency.node.at.audience[actor]! <= this.audience;
  }

  /** Whom the actor is tied to, and how strongly. */
  neighbours(actor: number): Neighbours {
    const known = this.known.get(actor);
    if (known) return known;
    const sums = new Map<number, number>();
    this.eachSource(actor, EVERYBODY, (other, source) => sums.set(other, (sums.get(other) ?? 0) + source.strength));
    const neighbours = { actors: Int32Array.from(sums.keys()), strengths: Float64Array.from(sums.values(), rounded) };
    if ((this.remembered += sums.size) > this.remember) {
      this.known.clear();
      this.remembered = sums.size;
    }
    this.known.set(actor, neighbours);
    return neighbours;
  }

  /** Since when and until when the actor is tied to each of its neighbours; found anew each time. */
  spans(actor: number): Spans {
    const since = new Map<number, number>();
    const until = new Map<number, number>();
    this.eachSource(actor, EVERYBODY, (other, source) => {
      since.set(other, Math.min(since.get(other) ?? source.since, source.since));
      until.set(other, Math.max(until.get(other) ?? source.until, source.until));
    });
    return { since: Int32Array.from(since.values()), until: Int32Array.from(until.values()) };
  }

  /** The ties of an actor to those others that `keep` lets through, with their sources; in no particular order. */
  tiesOf(actor: number, keep: Keep): Tie[] {
    const found = new Map<number, TieSource[]>();
    this.eachSource(actor, keep, (other, source) => {
      const described = describe(this.adjacency, source);
      const sources = found.get(other);
      if (sources) sources.push(described);
      else found.set(other, [described]);
    });
    return Array.from(found, ([other, sources]) => toTie(this.adjacency.idOf(actor), this.adjacency.idOf(other), sources));
  }

  /**
   * Calls `visit` with whatever a tie to somebody whom `keep` lets through ever came from: each two participations that ran at the same
   * time, each membership, each declaration. Of those `tiesOf` takes the best of each source that had begun by its day.
   */
  eachFooting(actor: number, keep: Keep, visit: (other: number, footing: Footing) => void): void {
    if (!this.shows(actor)) return;
    const { from, to, declared, grade, since, until } = this.adjacency.edge.at;
    const shared = new Set<number>();
    const alone = (row: number, other: number): void => {
      if (!keep(other)) return;
      const part = this.parts.of(row);
      // A declaration is a source of its own, a membership one with others in the same body.
      const source = declared[row] ? -1 - row : to[row]!;
      visit(other, { source, grade: grade[row]!, since: since[row]!, until: until[row]!, parts: [part, part], latecomers: ALONE });
    };
    this.adjacency.eachOut(actor, (row) => {
      if (!this.sees(row)) return;
      // Whoever is a member of a body is tied to it as well.
      if (this.adjacency.node.at.type[to[row]!] === ACTOR) alone(row, to[row]!);
      if (!declared[row]) shared.add(to[row]!);
    });
    this.adjacency.eachIn(actor, (row) => this.sees(row) && alone(row, from[row]!));
    for (const node of shared) {
      const { rows } = this.group(node);
      for (const p of rows) {
        if (from[p] !== actor) continue;
        for (const q of rows) {
          if (from[q] === actor || !keep(from[q]!)) continue;
          const [begin, finish] = [Math.max(since[p]!, since[q]!), Math.min(until[p]!, until[q]!)];
          if (begin > finish) continue;
          const parts = [this.parts.of(p), this.parts.of(q)] as const;
          const weaker = Math.max(grade[p]!, grade[q]!);
          visit(from[q]!, { source: node, grade: weaker, since: begin, until: finish, parts, latecomers: this.latecomersOf(node) });
        }
      }
    }
  }

  private latecomersOf(node: number): Int32Array {
    const known = this.latecomers.get(node);
    if (known) return known;
    const { since } = this.adjacency.edge.at;
    const firstDays: number[] = [];
    this.eachRun(this.group(node), (_, start, end, rows) =>
      firstDays.push(rows.subarray(start, end).reduce((first, row) => Math.min(first, since[row]!), Infinity)),
    );
    const latecomers = latecomersAmong(Int32Array.from(firstDays));
    this.latecomers.set(node, latecomers);
    return latecomers;
  }

  /** Calls `visit` with each source of a tie to somebody whom `keep` lets through; who is left out costs nothing more. */
  private eachSource(actor: number, keep: Keep, visit: (other: number, source: Source) => void): void {
    if (!this.shows(actor)) return;
    const { adjacency } = this;
    const { from, to, declared } = adjacency.edge.at;
    const source: Source = { node: -1, declaredRow: -1, grade: 0, since: 0, until: 0, strength: 0, running: 0 };
    const shared = new Set<number>();
    const declare = (row: number, other: number): void => {
      if (keep(other) && this.alone(source, row)) visit(other, Object.assign(source, { declaredRow: row, node: -1 }));
    };
    adjacency.eachOut(actor, (row) => {
      if (!this.sees(row)) return;
      if (declared[row]) declare(row, to[row]!);
      else shared.add(to[row]!);
    });
    adjacency.eachIn(actor, (row) => {
      if (declared[row] && this.sees(row)) declare(row, from[row]!);
    });
    source.declaredRow = -1;
    for (const node of shared) this.eachSharer(actor, node, source, keep, visit);
    source.node = actor;
    this.eachRun(this.group(actor), (member, start, end, rows) => {
      if (keep(member) && this.best(source, rows, start, end)) visit(member, source);
    });
  }

  /** Sources from one node the actor takes part in: every other participant, and the node itself when it is a body. */
  private eachSharer(actor: number, node: number, source: Source, keep: Keep, visit: (other: number, source: Source) => void): void {
    const group = this.group(node);
    source.node = node;
    let ownStart = 0;
    let ownEnd = 0;
    this.eachRun(group, (member, start, end) => {
      if (member === actor) [ownStart, ownEnd] = [start, end];
    });
    if (this.adjacency.node.at.type[node] === ACTOR && keep(node) && this.best(source, group.rows, ownStart, ownEnd)) visit(node, source);
    if (group.actors < 2) return;
    this.eachRun(group, (member, start, end, rows) => {
      if (member === actor || !keep(member)) return;
      if (this.bestPair(source, rows, ownStart, ownEnd, start, end, group.actors - 1)) visit(member, source);
    });
  }

  private eachRun({ rows }: Group, visit: (member: number, start: number, end: number, rows: Int32Array) => void): void {
    const { from } = this.adjacency.edge.at;
    for (let start = 0; start < rows.length;) {
      const member = from[rows[start]!]!;
      let end = start + 1;
      while (end < rows.length && from[rows[end]!] === member) end++;
      visit(member, start, end, rows);
      start = end;
    }
  }

  private group(node: number): Group {
    const known = this.groups.get(node);
    if (known) return known;
    const { from, declared } = this.adjacency.edge.at;
    const found: number[] = [];
    this.adjacency.eachIn(node, (row) => {
      if (!declared[row] && this.sees(row)) found.push(row);
    });
    const rows = Int32Array.from(found).sort((a, b) => from[a]! - from[b]!);
    let actors = 0;
    for (let i = 0; i < rows.length; i++) if (i === 0 || from[rows[i]!] !== from[rows[i - 1]!]) actors++;
    const group = { rows, actors };
    this.groups.set(node, group);
    return group;
  }

  /** Whether the edge is on this graph: itself and both its ends to be seen, begun, and such that it ties. */
  private sees(row: number): boolean {
    const { edge, node } = this.adjacency;
    const columns = edge.at;
    if (columns.region[row] !== this.region || columns.audience[row]! > this.audience || columns.since[row]! > this.asOf) return false;
    const from = columns.from[row]!;
    const to = columns.to[row]!;
    const type = node.at.type[to]!;
    if (from === to || type === 0 || type === THEME || node.at.audience[to]! > this.audience || !this.shows(from)) return false;
    if (columns.declared[row] && type !== ACTOR) return false;
    return columns.grade[row] !== MET || type === EVENT;
  }

  private strengthOf(row: number): number {
    const { weight, halfLife, until, confirmed } = this.adjacency.edge.at;
    return weightLeft(weight[row]!, halfLife[row]!, until[row]!, confirmed[row]!, this.asOf);
  }

  /** A source of a single edge: a declared tie, or a member and its body. False when its grade is left out. */
  private alone(source: Source, row: number): boolean {
    const { grade, since, until, weight } = this.adjacency.edge.at;
    if (!this.grades[grade[row]!] || !this.isInRole(row)) return false;
    source.grade = grade[row]!;
    source.since = since[row]!;
    source.until = until[row]!;
    source.strength = rounded(this.strengthOf(row));
    source.running = rounded(weight[row]!);
    return true;
  }

  /** Whether an actor acts here in a role that is asked for. */
  private isInRole(row: number): boolean {
    return this.roles === null || this.roles.has(this.adjacency.edge.at.role[row]!);
  }

  /** The best of one actor's several participations in a body. */
  private best(source: Source, rows: Int32Array, start: number, end: number): boolean {
    let found = false;
    const candidate: Source = { ...source };
    for (let i = start; i < end; i++) {
      if (!this.alone(candidate, rows[i]!)) continue;
      if (!found || better(candidate, source)) Object.assign(source, candidate);
      found = true;
    }
    return found;
  }

  /** The best combination of two actors' participations in one node that ran at the same time for a day at least. */
  private bestPair(
    source: Source,
    rows: Int32Array,
    start: number,
    end: number,
    otherStart: number,
    otherEnd: number,
    others: number,
  ): boolean {
    const { grade, since, until, weight } = this.adjacency.edge.at;
    let found = false;
    for (let i = start; i < end; i++) {
      for (let j = otherStart; j < otherEnd; j++) {
        const p = rows[i]!;
        const q = rows[j]!;
        const weaker = Math.max(grade[p]!, grade[q]!);
        const begin = Math.max(since[p]!, since[q]!);
        const finish = Math.min(until[p]!, until[q]!);
        if (!this.grades[weaker] || begin > finish || !(this.isInRole(p) || this.isInRole(q))) continue;
        const strength = rounded(Math.min(this.strengthOf(p), this.strengthOf(q)) / others);
        if (found && !better({ grade: weaker, since: begin, until: finish, strength }, source)) continue;
        source.grade = weaker;
        source.since = begin;
        source.until = finish;
        source.strength = strength;
        source.running = rounded(Math.min(weight[p]!, weight[q]!) / others);
        found = true;
      }
    }
    return found;
  }
}
