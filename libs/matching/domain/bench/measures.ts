import type { NeedsData } from './needs-data';

export interface Measures {
  hit1: number;
  hit3: number;
  ndcg: number;
  recall: number;
}

const gainOf = (grades: number[]) => grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** The measures of `score-needs.mjs` for one answerable need and a ranking of offer ids. */
export function measuresOf(data: NeedsData, need: string, ranking: readonly string[]): Measures {
  const judged = data.judgements[need] ?? {};
  const grades = ranking.slice(0, 10).map((id) => judged[id] ?? 0);
  const ideal = Object.values(judged)
    .sort((a, b) => b - a)
    .slice(0, 10);
  return {
    hit1: grades[0] === 3 ? 1 : 0,
    hit3: grades.slice(0, 3).includes(3) ? 1 : 0,
    ndcg: gainOf(grades) / gainOf(ideal),
    recall: grades.filter((grade) => grade > 0).length / ideal.length,
  };
}

export function meanOf(all: readonly Measures[]): Measures {
  const mean = (name: keyof Measures) => all.reduce((sum, measures) => sum + measures[name], 0) / all.length;
  return { hit1: mean('hit1'), hit3: mean('hit3'), ndcg: mean('ndcg'), recall: mean('recall') };
}

export function row(name: string, { hit1, hit3, ndcg, recall }: Measures): string {
  return `| ${name} | ${[hit1, hit3, ndcg, recall].map((value) => value.toFixed(3)).join(' | ')} |`;
}
