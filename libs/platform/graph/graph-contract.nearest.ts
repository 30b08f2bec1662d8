import fc from 'fast-check';
import { AUDIENCES } from '@knotenpunkt/kernel';
import type { GraphPort, NearestQuestion, VectorFact } from './graph-port';
import { id, nameOf, OTHER_REGION, REGION, vector, vectorRow } from './sample-facts';

const EAST: NearestQuestion = { regionId: REGION, audience: 'PUBLIC', kind: 'OFFER', vector: [1, 0, 0], limit: 10 };

/** What lies nearest to a vector. */
export function contractOfNearest(graph: () => GraphPort, runs: number): void {
  const found = async (question: Partial<NearestQuestion> = {}) =>
    (await graph().nearest({ ...EAST, ...question })).map((one) => `${nameOf(one.id)} ${one.score}`);

  describe('what is nearest', () => {
    it('comes by the cosine with its nearest vector, best first, then by id, within the limit', async () => {
      await graph().apply([
        vectorRow(1, 'o', [vector('a', [3, 4, 0]), vector('a', [0, 0, 1]), vector('d', [2, 0, 0])]),
        vectorRow(2, 'p', [vector('b', [4, 3, 0]), vector('c', [8, 0, 6]), vector('e', [-1, 0, 0])]),
      ]);
      expect(await found()).toEqual(['d 1', 'b 0.8', 'c 0.8', 'a 0.6', 'e -1']);
      expect(await found({ limit: 2 })).toEqual(['d 1', 'b 0.8']);
      expect(await found({ vector: [0, 0, 5], limit: 1 })).toEqual(['a 1']);
    });

    it('is told of one kind, of one region, and to whom it may be told', async () => {
      await graph().apply([
        vectorRow(1, 'o', [
          vector('a', [1, 0, 0], { kind: 'NEED' }),
          vector('b', [1, 0, 0], { regionId: OTHER_REGION }),
          vector('c', [1, 0, 0], { audience: 'MEMBERS' }),
          vector('d', [0, 1, 0]),
        ]),
      ]);
      expect(await found()).toEqual(['d 0']);
      expect(await found({ audience: 'MEMBERS' })).toEqual(['c 1', 'd 0']);
      expect(await found({ kind: 'NEED' })).toEqual(['a 1']);
      expect(await found({ regionId: OTHER_REGION })).toEqual(['b 1']);
    });

    it('follows what its owner says last, and goes when that is nothing', async () => {
      await graph().apply([vectorRow(1, 'o', [vector('a', [1, 0, 0])])]);
      const before = await graph().fingerprint(REGION);
      await graph().apply([vectorRow(2, 'o', [vector('a', [0, 1, 0])])]);
      expect(await found()).toEqual(['a 0']);
      expect(await graph().fingerprint(REGION)).not.toBe(before);
      await graph().apply([vectorRow(3, 'o', [])]);
      expect(await found()).toEqual([]);
      await graph().apply([vectorRow(4, 'o', [vector('a', [1, 0, 0])])]);
      expect(await graph().fingerprint(REGION)).toBe(before);
      await graph().clear();
      expect(await found()).toEqual([]);
    });

    it('is what a look at each of them finds, in whatever order they came', async () => {
      const anyVector = fc
        .record({
          of: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          values: fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 4 })),
          audience: fc.constantFrom(...AUDIENCES),
          kind: fc.constantFrom('OFFER', 'NEED'),
        })
        .map(({ of, values, ...more }) => vector(of, values, more));
      const anyVectors = fc.uniqueArray(anyVector, { maxLength: 12, selector: (one) => one.id });
      const cosine = (values: number[]) => values[0]! / Math.hypot(...values);
      const scanned = (all: readonly VectorFact[], audience: NearestQuestion['audience']) => {
        const seen = all.filter((one) => one.kind === 'OFFER' && AUDIENCES.indexOf(one.audience) <= AUDIENCES.indexOf(audience));
        const best = (of: string) => Math.max(...seen.filter((one) => one.of === id(of)).map((one) => cosine(one.values)));
        return ['a', 'b', 'c', 'd', 'e'].map((of) => ({ of, score: best(of) })).filter(({ score }) => score > -Infinity);
      };
      let seq = 0;
      await fc.assert(
        fc.asyncProperty(anyVectors, fc.constantFrom(...AUDIENCES), async (all, audience) => {
          await graph().clear();
          await graph().apply(all.map((one, at) => vectorRow(++seq, `owner${at}`, [one])).toReversed());
          const answers = await graph().nearest({ ...EAST, audience });
          expect(answers.map((one) => nameOf(one.id)).sort()).toEqual(scanned(all, audience).map(({ of }) => of));
          for (const { of, score } of scanned(all, audience)) expect(answers.find((one) => one.id === id(of))!.score).toBeCloseTo(score, 8);
          answers.forEach((one, at) => expect(one.score).toBeLessThanOrEqual(answers[at - 1]?.score ?? 1));
        }),
        { numRuns: runs },
      );
    });
  });
}
