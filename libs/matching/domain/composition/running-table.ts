import { bridgePoints, coverPoints, POINTS, willingPoints } from './objective';
import type { Prepared, PreparedProblem } from './problem';

/**
 * A table that changes member by member and knows at once what one more would count. Gives the same value as
 * `partsOf`, which says what is meant; this one is for millions of looks a second. Wants at most 32 members.
 */
export class RunningTable {
  private readonly problem: PreparedProblem;
  private readonly places: number[] = [];
  private value = 0;
  private employees = 0;

  /** One bit a member, by its place; the bits of the members who have a node around them; of those out of reach. */
  private readonly bits = new Map<number, number>();
  private readonly touched: Int32Array;
  private freeBits = -1;
  private lonely = 0;

  /** How many bring each competence, in part and fully; seats taken; members from each community; pairs of those. */
  private readonly bringing: Int32Array;
  private readonly seats: Int32Array;
  private readonly from: Int32Array;
  private pairs = 0;

  /** What one more would count: by itself, on a bench, for a competence in part and fully, as the first from a community. */
  private readonly own: Int32Array;
  private readonly seatGain: Int32Array;
  private readonly coverGain: Int32Array;
  private readonly bridgeGain: Int32Array;

  constructor(problem: PreparedProblem) {
    const { candidates, competences, benches, communities, nodes } = problem;
    this.problem = problem;
    this.touched = new Int32Array(nodes);
    this.bringing = new Int32Array(2 * competences.length);
    this.seats = new Int32Array(benches.length);
    this.from = new Int32Array(communities);
    this.own = Int32Array.from(candidates, ({ willingness }) => willingPoints(willingness) - POINTS.member);
    this.seatGain = Int32Array.from(benches, (minimum) => (minimum > 0 ? POINTS.seat : 0));
    this.coverGain = new Int32Array(2 * competences.length);
    competences.forEach((_, competence) => this.weighCover(competence));
    this.bridgeGain = new Int32Array(communities);
  }

  /** Places of the members, in the order in which they came. */
  get members(): readonly number[] {
    return this.places;
  }

  get points(): number {
    return this.value;
  }

  /** How many of the employees' side are members. */
  get employeesSeats(): number {
    return this.employees;
  }

  /** What whoever reaches all lonely members gains by that. */
  get forLonely(): number {
    return POINTS.inReach * bitsIn(this.lonely);
  }

  has(at: number): boolean {
    return this.bits.has(at);
  }

  /** By how much the value changes if this one joins. */
  gain(at: number): number {
    const reach = this.reachOf(at);
    return this.gainBesideReach(at) + POINTS.inReach * (bitsIn(reach & this.lonely) + (reach === 0 ? 0 : 1));
  }

  /** The most that a gain could be: whoever is below need not be looked at more closely. */
  gainAtMost(at: number): number {
    return this.gainBesideReach(at) + POINTS.inReach + this.forLonely;
  }

  private gainBesideReach(at: number): number {
    const { bench, community, competences, halves } = this.problem.candidates[at]!;
    let gain = this.own[at]!;
    if (bench >= 0) gain += this.seatGain[bench]!;
    if (community >= 0) gain += this.bridgeGain[community]!;
    for (let next = 0; next < competences.length; next++) gain += this.coverGain[2 * competences[next]! + halves[next]! - 1]!;
    return gain;
  }

  add(at: number): void {
    const reach = this.reachOf(at);
    this.value += this.gain(at);
    const bit = this.freeBits & -this.freeBits;
    this.freeBits &= ~bit;
    this.bits.set(at, bit);
    this.places.push(at);
    this.lonely &= ~reach;
    if (reach === 0) this.lonely |= bit;
    const one = this.problem.candidates[at]!;
    for (const node of one.around) this.touched[node]! |= bit;
    this.count(one, 1);
  }

  remove(at: number): void {
    const one = this.problem.candidates[at]!;
    const bit = this.bits.get(at)!;
    this.bits.delete(at);
    this.places.splice(this.places.indexOf(at), 1);
    this.freeBits |= bit;
    for (const node of one.around) this.touched[node]! &= ~bit;
    this.lonely = 0;
    for (const other of this.places) {
      const own = this.bits.get(other)!;
      if ((this.reachOf(other) & ~own) === 0) this.lonely |= own;
    }
    this.count(one, -1);
    // What it added is what it would add again.
    this.value -= this.gain(at);
  }

  private count(one: Prepared, by: 1 | -1): void {
    if (one.employees) this.employees += by;
    if (one.bench >= 0) {
      this.seats[one.bench]! += by;
      this.seatGain[one.bench] = this.seats[one.bench]! < this.problem.benches[one.bench]! ? POINTS.seat : 0;
    }
    one.competences.forEach((competence, next) => {
      this.bringing[2 * competence + one.halves[next]! - 1]! += by;
      this.weighCover(competence);
    });
    if (one.community >= 0) {
      this.from[one.community]! += by;
      this.weighBridges();
    }
  }

  private weighCover(competence: number): void {
    const wanted = this.problem.competences[competence]!;
    const [partly, fully] = [this.bringing[2 * competence]!, this.bringing[2 * competence + 1]!];
    const now = coverPoints(fully, partly, wanted);
    this.coverGain[2 * competence] = coverPoints(fully, partly + 1, wanted) - now;
    this.coverGain[2 * competence + 1] = coverPoints(fully + 1, partly, wanted) - now;
  }

  private weighBridges(): void {
    const { communities, apart } = this.problem;
    const there = [...this.from.keys()].filter((community) => this.from[community]! > 0);
    const pairsOf = (community: number) => there.filter((other) => apart[community * communities + other]).length;
    this.pairs = there.reduce((sum, community) => sum + pairsOf(community), 0) / 2;
    const now = bridgePoints(this.pairs);
    for (let community = 0; community < communities; community++)
      this.bridgeGain[community] = this.from[community]! > 0 ? 0 : bridgePoints(this.pairs + pairsOf(community)) - now;
  }

  /** Bits of the members who work with this one or have a partner in common with it. */
  private reachOf(at: number): number {
    let reach = 0;
    for (const node of this.problem.candidates[at]!.around) reach |= this.touched[node]!;
    return reach;
  }
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits += 1;
  return bits;
}
