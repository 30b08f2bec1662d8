import type { Cover } from '../coverage';
import { randomFrom } from '../learning/random';
import { neighboursOf } from '../shared-partners';
import type { Composable, CompositionProblem } from './problem';

const BENCHES = ['COMPANY', 'ADMINISTRATION', 'SCIENCE', 'EDUCATION', 'UNION', 'ASSOCIATION', 'CIVIL_SOCIETY', 'CHAMBER'];

/**
 * An invented problem that depends on the seed only: communities with many ties inside and few between, competences
 * of which some are rare, benches with one or two seats, one who asks, the employees' side in every other one.
 */
export function sampleProblem({ seed = 1, candidates = 80, competences = 6, partners = 5 } = {}): CompositionProblem {
  const next = randomFrom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const crowd = Math.max(3, Math.round(Math.sqrt(candidates) / 2));
  const rare = Array.from({ length: competences }, () => 0.02 + 0.2 * next() ** 2);
  const id = (at: number) => `a${String(at).padStart(6, '0')}`;
  const community = Array.from({ length: candidates }, () => below(crowd));
  let company = 0;
  const people = community.map((group, at): Composable => {
    const covers = new Map<string, Cover>();
    rare.forEach((chance, competence) => {
      if (next() < chance) covers.set(`c${competence}`, next() < 0.5 ? 'COVERS' : 'CONTRIBUTES');
    });
    // Companies are many, and one in twelve speaks for employees.
    const bench = next() < 0.4 ? 'COMPANY' : BENCHES[below(BENCHES.length)]!;
    if (bench === 'COMPANY') company = at;
    return {
      id: id(at),
      bench,
      // Every other one for those of one company only.
      with: bench === 'UNION' && next() < 0.5 && company > 0 ? id(company) : null,
      covers,
      willingness: next() ** 2,
      community: next() < 0.85 ? `g${group}` : null,
      fixed: at === 0,
    };
  });
  const members = Array.from({ length: crowd }, (_, group) => community.flatMap((of, at) => (of === group ? [at] : [])));
  const pairs = Array.from({ length: Math.round((candidates * partners) / 2) }, () => {
    const from = below(candidates);
    const same = members[community[from]!]!;
    return { a: id(from), b: id(next() < 0.85 ? same[below(same.length)]! : below(candidates)) };
  }).filter(({ a, b }) => a !== b);
  const apart = Array.from({ length: crowd }, (_, a) => Array.from({ length: a }, (_, b) => [`g${b}`, `g${a}`] as const)).flat();
  const benches = BENCHES.filter(() => next() < 0.6).map((kind) => ({ kind, minimum: 1 + below(2) }));
  const concerned = seed % 2 === 0;
  return {
    competences: rare.map((_, at) => ({ id: `c${at}`, minimum: next() < 0.8 ? 1 : 2 })),
    benches: concerned && !benches.some(({ kind }) => kind === 'UNION') ? [...benches, { kind: 'UNION', minimum: 1 }] : benches,
    employees: concerned ? { bench: 'UNION', seats: 1 } : null,
    candidates: people,
    neighbours: neighboursOf(pairs),
    apart: apart.filter(() => next() < 0.5),
  };
}
