import fc from 'fast-check';
import { columnShares } from './column-shares';

const cell = (text: string) => ({ text, address: null });

it('gives every column a share of the width, together all of it', () => {
  const table = fc.integer({ min: 1, max: 8 }).chain((width) =>
    fc.record({
      columns: fc.array(fc.string(), { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(fc.string({ maxLength: 400 }).map(cell), { minLength: width, maxLength: width }), { maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(table, (each) => {
      const shares = columnShares(each);
      expect(shares).toHaveLength(each.columns.length);
      for (const share of shares) expect(share).toBeGreaterThan(0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    }),
  );
});

it('leaves room for the longest word before it widens what is long anyway', () => {
  const long = 'Neuer Termin in zehn Tagen, der Meister ist erkrankt und die Vertretung noch nicht gefunden. '.repeat(4);
  const [first, second] = columnShares({ columns: ['Was', 'Beschäftigtenseite'], rows: [[cell(long), cell('niemand')]] });
  expect(second! * 100).toBeGreaterThan('Beschäftigtenseite'.length);
  expect(first!).toBeGreaterThan(second!);
});
