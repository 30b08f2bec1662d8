// How good composed alliances are and what they cost, on invented problems of growing size, in CPU time of this process.
//   node --import ./libs/matching/domain/bench/typescript-loader.mjs libs/matching/api/bench/composing.ts [<problems of a size>]
import {
  boundingProgram,
  composeTables,
  goodTable,
  partsOf,
  prepare,
  programFor,
  sampleProblem,
  sumOf,
} from '@knotenpunkt/matching/domain';
import { loadSolver } from '../linear-solver';

const problems = Number(process.argv[2] ?? 20);
const solve = await loadSolver();

function timed<Answer>(work: () => Answer): { answer: Answer; ms: number } {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { answer, ms: (user + system) / 1000 };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const told = (numbers: readonly number[]) => `${mean(numbers).toFixed(0)} (${Math.max(...numbers).toFixed(0)})`;
const shares = (numbers: readonly number[]) => `${mean(numbers).toFixed(4)} (${Math.min(...numbers).toFixed(4)})`;
const made = (candidates: number) => Array.from({ length: problems }, (_, at) => prepare(sampleProblem({ seed: at + 1, candidates })));

console.log(`mean (worst) of ${problems}; ms of CPU time`);
console.log('| candidates | heuristic ms | solver ms | three proposals ms | heuristic ÷ best | best ÷ bound |');
for (const candidates of [25, 50, 100, 200, 400]) {
  const rows = made(candidates).map((problem) => {
    const good = timed(() => goodTable(problem)!.points);
    const solved = timed(() => solve(programFor(problem))!.values);
    const best = sumOf(
      partsOf(
        problem,
        problem.candidates.flatMap((_, at) => (solved.answer[at]! > 0.5 ? [at] : [])),
      ),
    );
    const three = timed(() => composeTables(problem, solve, 3));
    const bound = Math.floor(solve(boundingProgram(problem), { relaxed: true })!.bound + 1e-5);
    return { good: good.ms, solved: solved.ms, three: three.ms, share: good.answer / best, tight: best / bound };
  });
  const of = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
  console.log(
    `| ${candidates} | ${[of('good'), of('solved'), of('three')].map(told).join(' | ')} | ${shares(of('share'))} | ${shares(of('tight'))} |`,
  );
}
console.log('| candidates | heuristic ms | bound ms | three proposals ms | heuristic ÷ bound |');
for (const candidates of [1_000, 10_000]) {
  const rows = made(candidates).map((problem) => {
    const good = timed(() => goodTable(problem)!.points);
    const bound = timed(() => Math.floor(solve(boundingProgram(problem), { relaxed: true })!.bound + 1e-5));
    const three = timed(() => composeTables(problem, solve, 3));
    return { good: good.ms, bound: bound.ms, three: three.ms, share: good.answer / bound.answer };
  });
  const of = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
  console.log(`| ${candidates} | ${[of('good'), of('bound'), of('three')].map(told).join(' | ')} | ${shares(of('share'))} |`);
}
