import fc from 'fast-check';
import { REASON_CODES } from '@knotenpunkt/matching/domain';
import { MOST_ROWS, rowsOf, strandsOf, type DrawnReason } from './evidence-strands';

const evidence = (type: string, id: string, title = id) => ({
  type,
  id,
  title,
  kind: type === 'ACTOR' ? 'COMPANY' : null,
  address: `/akteure/${id}`,
});
const reason = (code: string, ...records: DrawnReason['evidence'][number][]): DrawnReason => ({ code, evidence: records });

const anyReason = fc
  .record({
    code: fc.constantFrom(...REASON_CODES),
    records: fc.array(
      fc.record({ type: fc.constantFrom('ENTRY', 'ACTOR', 'THEME', 'COMPETENCE', 'BENCH'), id: fc.constantFrom(...'abcdefgh') }),
      { maxLength: 4 },
    ),
  })
  .map(({ code, records }) => reason(code, ...records.map(({ type, id }) => evidence(type, id))));
const anyDoubt = fc
  .record({ code: fc.constantFrom('RULES_OUT', 'NO_TIE_YET', 'ONLY_FROM'), id: fc.constantFrom(...'abcd') })
  .map(({ code, id }) => reason(code, ...(code === 'NO_TIE_YET' ? [] : [evidence('ENTRY', id)])));

describe('strandsOf', () => {
  it('draws the offer and the need it meets, a partner, a theme and a bench not yet there', () => {
    const drawn = strandsOf(
      [
        reason('OFFER_ANSWERS_NEED', evidence('ENTRY', 'offer'), evidence('ENTRY', 'need')),
        reason('MISSING_BENCH', { ...evidence('BENCH', 'UNION'), address: null }),
        reason('COMMON_PARTNER', evidence('ACTOR', 'partner')),
      ],
      [],
    );
    expect(drawn.map(({ stops, dashed }) => [stops.map(({ sign, title }) => `${sign} ${title}`), dashed])).toEqual([
      [['NEED need', 'OFFER offer'], false],
      [['ACTOR partner'], false],
      [['BENCH UNION'], true],
    ]);
  });

  it('dashes what is in doubt, and what is not there yet', () => {
    const offer = evidence('ENTRY', 'offer');
    expect(strandsOf([reason('OFFER_ANSWERS_NEED', offer)], [reason('RULES_OUT', offer)])[0]).toMatchObject({ dashed: true });
    expect(strandsOf([], [reason('NO_TIE_YET')])).toEqual([{ code: 'NO_TIE_YET', stops: [], dashed: true }]);
  });

  it('leads from a competence to the offer that covers it', () => {
    const [only] = strandsOf(
      [reason('MISSING_COMPETENCE', { ...evidence('COMPETENCE', 'welding'), address: null }, evidence('ENTRY', 'offer'))],
      [],
    );
    expect(only!.stops).toEqual([{ sign: 'COMPETENCE', kind: null, title: 'welding', address: '/akteure/offer' }]);
  });

  it('stays small, draws nothing twice, and shows only what a sentence rests on', () => {
    fc.assert(
      fc.property(fc.array(anyReason, { maxLength: 8 }), fc.array(anyDoubt, { maxLength: 3 }), (reasons, doubts) => {
        const drawn = strandsOf(reasons, doubts);
        expect(drawn.reduce((sum, one) => sum + rowsOf(one), 0)).toBeLessThanOrEqual(MOST_ROWS);
        const said = new Set(reasons.flatMap((one) => one.evidence.map(({ title }) => title)));
        for (const { title } of drawn.flatMap(({ stops }) => stops)) expect(said.has(title)).toBe(true);
        const keys = drawn.filter(({ stops }) => stops.length > 0).map(({ stops }) => JSON.stringify(stops));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('comes out the same in whatever order reasons and doubts are given', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyReason, { maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.array(anyDoubt, { maxLength: 3 }),
        ([reasons, shuffled], doubts) => expect(strandsOf(shuffled, doubts.toReversed())).toEqual(strandsOf(reasons, doubts)),
      ),
    );
  });
});
