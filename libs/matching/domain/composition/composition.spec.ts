import fc from 'fast-check';
import { shuffled } from '../learning/random';
import { hardlyMeeting } from './apart';
import { composeTables } from './compose';
import { swapsFor } from './exchanges';
import { goodTable } from './heuristic';
import { bridgePoints, comesAlone, coverPoints, employeesAt, partsOf, sumOf } from './objective';
import { MOST_MEMBERS, prepare, type CompositionProblem } from './problem';
import { RunningTable } from './running-table';
import { sampleProblem } from './sample-problems';

const problems = fc
  .record({ seed: fc.integer({ min: 1, max: 10_000 }), candidates: fc.integer({ min: 2, max: 40 }) })
  .map((size) => sampleProblem(size));
const idsOf = (problem: CompositionProblem, places: readonly number[]) => places.map((at) => prepare(problem).candidates[at]!.id);

describe('the objective', () => {
  it('counts a competence once fully, in part for half of it, and one to spare for little', () => {
    expect([coverPoints(1, 0, 1), coverPoints(0, 1, 1), coverPoints(0, 2, 1), coverPoints(3, 0, 1)]).toEqual([100, 50, 55, 105]);
    expect([coverPoints(1, 1, 2), coverPoints(2, 1, 2)]).toEqual([150, 205]);
    expect([0, 1, 2, 3].map(bridgePoints)).toEqual([0, 10, 15, 15]);
  });

  it('never gains more by a second who brings the same', () => {
    const number = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 3 }), (fully, partly, wanted) => {
        const gain = (full: number, part: number) => coverPoints(full + 1, part, wanted) - coverPoints(full, part, wanted);
        expect(gain(fully + 1, partly)).toBeLessThanOrEqual(gain(fully, partly));
        expect(gain(fully, partly + 1)).toBeLessThanOrEqual(gain(fully, partly));
      }),
    );
  });

  it('gives nobody a seat who only is willing, in reach and from elsewhere', () => {
    const nobody = { bench: 'OTHER', covers: new Map(), willingness: 1, with: null, fixed: false };
    const problem = prepare({
      competences: [],
      benches: [],
      employees: null,
      candidates: [
        { ...nobody, id: 'a', community: 'g', fixed: true },
        { ...nobody, id: 'b', community: 'h' },
        { ...nobody, id: 'c', community: 'g' },
      ],
      neighbours: new Map([
        ['a', new Set(['c', 'd'])],
        ['c', new Set(['a', 'b'])],
        ['b', new Set(['c'])],
      ]),
      apart: [['g', 'h']],
    });
    expect(goodTable(problem)?.places).toEqual([0]);
    expect(partsOf(problem, [0, 1])).toMatchObject({ reach: 20, bridges: 10, willingness: 60, size: -120 });
  });

  it('is the same counted step by step and all at once', () => {
    fc.assert(
      fc.property(problems, fc.array(fc.nat(), { maxLength: 60 }), (made, moves) => {
        const problem = prepare(made);
        const table = new RunningTable(problem);
        for (const move of moves) {
          const at = move % problem.candidates.length;
          if (table.has(at)) table.remove(at);
          else if (table.members.length < 20) {
            expect(table.gain(at)).toBeLessThanOrEqual(table.gainAtMost(at));
            table.add(at);
          }
          expect(table.points).toBe(sumOf(partsOf(problem, table.members)));
        }
      }),
    );
  });
});

describe('a table found without a solver', () => {
  it('is of at most twelve, with the fixed and with the employees’ side where it can be had', () => {
    fc.assert(
      fc.property(problems, (made) => {
        const problem = prepare(made);
        const { places, points } = goodTable(problem)!;
        expect(places.length).toBeLessThanOrEqual(MOST_MEMBERS);
        expect(places).toContain(0);
        expect(points).toBe(sumOf(partsOf(problem, places)));
        expect(employeesAt(problem, places)).toBeGreaterThanOrEqual(problem.employeesSeats);
        expect(comesAlone(problem, places)).toBe(false);
      }),
    );
  });

  it('is the best of all tables, or nearly, where they can be counted', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const problem = prepare(sampleProblem({ seed, candidates: 11 }));
      const found = goodTable(problem)!.points;
      let best = -Infinity;
      for (let chosen = 1; chosen < 1 << 11; chosen += 2) {
        const places = problem.candidates.flatMap((_, at) => (chosen & (1 << at) ? [at] : []));
        if (employeesAt(problem, places) < problem.employeesSeats || comesAlone(problem, places)) continue;
        best = Math.max(best, sumOf(partsOf(problem, places)));
      }
      expect(found).toBeLessThanOrEqual(best);
      expect(found).toBeGreaterThanOrEqual(0.95 * best);
    }
  });

  it('does not depend on the order in which anything came', () => {
    fc.assert(
      fc.property(problems, fc.integer(), (made, seed) => {
        const order = <Item>(list: readonly Item[]) => shuffled(list, seed);
        const mixed: CompositionProblem = {
          ...made,
          candidates: order(made.candidates),
          neighbours: new Map(order([...made.neighbours]).map(([id, others]) => [id, new Set(order([...others]))])),
          apart: order(made.apart),
        };
        const tables = (problem: CompositionProblem) =>
          composeTables(prepare(problem), null, 3).map(({ places, ...rest }) => ({ ...rest, ids: idsOf(problem, places) }));
        expect(tables(mixed)).toEqual(tables(made));
      }),
    );
  });

  it('is followed by others that leave out a third of it, and two at least', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const problem = prepare(sampleProblem({ seed, candidates: 60 }));
      const tables = composeTables(problem, null, 3);
      expect(tables.length).toBe(3);
      tables.forEach(({ places }, at) =>
        tables.slice(0, at).forEach((before) => {
          const free = before.places.filter((place) => !problem.candidates[place]!.fixed);
          const gone = free.filter((place) => !places.includes(place)).length;
          expect(gone).toBeGreaterThanOrEqual(Math.max(2, Math.ceil(free.length / 3)));
        }),
      );
    }
  });

  it('tells of an exchange what it changes in each part', () => {
    const problem = prepare(sampleProblem({ seed: 4, candidates: 60 }));
    const { places, points } = goodTable(problem)!;
    const free = places.filter((at) => !problem.candidates[at]!.fixed);
    const all = free.flatMap((member) => swapsFor(problem, places, member, 3).map((swap) => ({ member, ...swap })));
    expect(all.length).toBeGreaterThan(3);
    for (const { member, place, change } of all) {
      const after = places.map((at) => (at === member ? place : at));
      expect(sumOf(change)).toBe(sumOf(partsOf(problem, after)) - points);
      expect(sumOf(change)).toBeLessThanOrEqual(0);
    }
  });
});

describe('the employees’ side', () => {
  it('sits at the table whatever it costs, and where nobody can be had that is known', () => {
    const problem = sampleProblem({ seed: 2, candidates: 30 });
    const unwilling = problem.candidates.map((one) =>
      one.bench === 'UNION' ? { ...one, with: null, willingness: 0, covers: new Map() } : one,
    );
    const asked = { ...problem, benches: [], employees: { bench: 'UNION', seats: 1 }, candidates: unwilling };
    const with1 = prepare(asked);
    expect(goodTable(with1)!.places.some((at) => with1.candidates[at]!.employees)).toBe(true);
    expect(with1.employeesMissing).toBe(0);
    const without = prepare({ ...asked, candidates: unwilling.filter(({ bench, fixed }) => bench !== 'UNION' || fixed) });
    expect(goodTable(without)).not.toBeNull();
    expect(without.employeesMissing).toBe(1);
  });
});

describe('communities', () => {
  it('hardly meet where far fewer ties run between them than chance would have it', () => {
    const neighbours = new Map<string, Set<string>>();
    const join = (a: string, b: string) => {
      neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
      neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
    };
    const communityOf = new Map<string, string>();
    for (const group of ['g', 'h', 'i'])
      for (let at = 0; at < 6; at++) {
        communityOf.set(`${group}${at}`, group);
        for (let other = 0; other < at; other++) join(`${group}${at}`, `${group}${other}`);
      }
    // g and h meet often, i stands apart from both.
    for (let at = 0; at < 6; at++) join(`g${at}`, `h${at}`);
    expect(hardlyMeeting(neighbours, communityOf)).toEqual([
      ['g', 'i'],
      ['h', 'i'],
    ]);
  });
});
