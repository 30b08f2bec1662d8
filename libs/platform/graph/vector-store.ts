import { AUDIENCES, mayRead, type Id } from '@knotenpunkt/kernel';
import type { NearestQuestion, ScoredThing, VectorFact } from './graph-port';

/** Scores differ by less than this for reasons of arithmetic only. */
const ROUNDED_TO = 1e9;

/** The vectors that owners told, for exact scans. */
export class VectorStore {
  private readonly owners = new Map<string, { fact: VectorFact; values: Float64Array }[]>();

  /** Replaces what an owner told before. */
  tell(owner: string, vectors: readonly VectorFact[]): void {
    if (vectors.length === 0) this.owners.delete(owner);
    else this.owners.set(owner, vectors.map((fact) => ({ fact, values: Float64Array.from(fact.values) }))); // prettier-ignore
  }

  nearest(question: NearestQuestion): ScoredThing[] {
    return nearestOf(question, this.visible(question));
  }

  private *visible({ regionId, audience, kind }: NearestQuestion): Generator<{ of: Id; values: ArrayLike<number> }> {
    for (const told of this.owners.values())
      for (const { fact, values } of told)
        if (fact.regionId === regionId && fact.kind === kind && mayRead(audience, fact.audience)) yield { of: fact.of, values };
  }
}

/** Of each thing the vector that is nearest, best first, then by id; vectors of another width are passed over. */
export function nearestOf(question: NearestQuestion, candidates: Iterable<{ of: Id; values: ArrayLike<number> }>): ScoredThing[] {
  const { vector, limit } = question;
  const best = new Map<Id, number>();
  const length = Math.sqrt(product(vector, vector));
  for (const { of, values } of candidates) {
    if (values.length !== vector.length) continue;
    const lengths = length * Math.sqrt(product(values, values));
    const score = lengths === 0 ? 0 : Math.round((product(vector, values) / lengths) * ROUNDED_TO) / ROUNDED_TO;
    if (score > (best.get(of) ?? -Infinity)) best.set(of, score);
  }
  const scored = [...best].map(([id, score]) => ({ id, score }));
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** The audiences whose facts one audience sees. */
export function audiencesSeenBy(audience: (typeof AUDIENCES)[number]): string[] {
  return AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1);
}
