import loadHighs, { type Highs } from 'highs';
import type { LinearProgram, LinearSolution, SolveLinear } from '@knotenpunkt/matching/domain';

let loaded: Promise<SolveLinear> | undefined;

/** HiGHS as WebAssembly, loaded once a process (3.5 MB). It computes on the calling thread. */
export function loadSolver(): Promise<SolveLinear> {
  loaded ??= loadHighs().then(solverOf);
  return loaded;
}

/**
 * Solves to proven optimality, without limit of time, so that the same program gives the same answer. All objectives
 * are whole numbers: what is less than one apart is equal.
 */
const solverOf =
  (highs: Highs): SolveLinear =>
  (program, { relaxed = false } = {}): LinearSolution | null =>
    highs.withModel(modelOf(highs, program, relaxed), (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, random_seed: 0 });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const bound = relaxed ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound'));
      return { values: model.getSolution().colValue, bound };
    });

function modelOf(highs: Highs, { columns, rows }: LinearProgram, relaxed: boolean) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.columns.length));
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ points }) => points),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => (lower === -Infinity ? -highs.infinity : lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => (upper === Infinity ? highs.infinity : upper)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.coefficients)),
    },
    ...(relaxed ? {} : { integrality: Int32Array.from(columns, ({ whole }) => (whole ? 1 : 0)) }),
  };
}
