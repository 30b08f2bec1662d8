import fc from 'fast-check';
import { MOST_ROWS, readDay, readInitiativeTable } from './initiative-table';

const known = { has: () => true };

describe('a table pasted into Vorhaben', () => {
  it('is read by the names of its columns, in whatever order', () => {
    const { columns, rows } = readInitiativeTable(
      [
        ['Bis', 'Titel', 'Kurz', 'Von', 'Handlungsfelder', 'Budget', 'Art', 'Notiz'],
        [
          'Juni 2027',
          'Ein Bus',
          'Fährt zur Frühschicht.',
          '3.4.2026',
          'Pflege und Gesundheit, Mobilität und Verkehr',
          '12.500 €',
          'Reallabor',
          'x',
        ],
        ['', '', '', '', '', '', '', ''],
        ['', 'Zweites', 'Auch etwas.', '', '', '', '', ''],
      ],
      known,
    );
    expect(columns).toEqual(['endOn', 'title', 'summary', 'startOn', 'themes', 'budget', 'kind', null]);
    expect(rows.map(({ line, refusals }) => [line, refusals])).toEqual([
      [2, []],
      [4, []],
    ]);
    expect(rows[0]!.text).toMatchObject({
      title: 'Ein Bus',
      kind: 'LIVING_LAB',
      startOn: '2026-04-03',
      startPrecision: 'DAY',
      endOn: '2027-06-01',
      endPrecision: 'MONTH',
      budget: { planned: 12_500 },
    });
    expect(rows[0]!.text.themes).toHaveLength(2);
  });

  it('is read in a fixed order where no row names the columns', () => {
    const { rows } = readInitiativeTable([['Ein Bus', 'Fährt.', '2026-04', '2026-12-31']], known);
    expect(rows[0]).toMatchObject({ line: 1, refusals: [], text: { startOn: '2026-04-01', startPrecision: 'MONTH', endOn: '2026-12-31' } });
  });

  it('says of each row what cannot be read or taken', () => {
    const { rows } = readInitiativeTable(
      [
        ['Titel', 'Kurz', 'Von', 'Bis', 'Art', 'Themen', 'Budget'],
        ['', 'Ohne Namen', 'bald', '', 'Wunder', 'Zauberei', 'viel'],
        ['Rückwärts', 'Endet vorher', '2026-05-01', '2026-04-01', '', '', ''],
      ],
      known,
    );
    expect(rows.map(({ refusals }) => refusals.map(({ code }) => code).toSorted())).toEqual([
      ['AMOUNT_INVALID', 'DATE_UNREADABLE', 'KIND_UNREADABLE', 'TEXT_MISSING', 'THEME_UNREADABLE'],
      ['DATE_ORDER'],
    ]);
  });

  it('reads days and months as people write them', () => {
    const read = (text: string) => readDay(text)?.date ?? null;
    expect(['3.4.2026', '03.04.2026', '3. 4. 2026', '2026-04-03'].map(read)).toEqual(Array(4).fill('2026-04-03'));
    expect(['04/2026', '4.2026', '2026-04', 'April 2026', 'Apr. 2026', 'april 2026'].map(read)).toEqual(Array(6).fill('2026-04-01'));
    expect(['März 2026', 'mar 2026', 'Dezember 2026', 'Oct 2026'].map(read)).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-12-01',
      '2026-10-01',
    ]);
    expect(['', 'bald', '31.2.2026', '13/2026', '2026', '0/2026'].map(read)).toEqual(Array(6).fill(null));
  });

  it('takes any cells without failing, and no more rows than are allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 12 }), { maxLength: 20 }), (cells) => {
        const { rows, columns } = readInitiativeTable(cells, known);
        expect(rows.length).toBeLessThanOrEqual(cells.length);
        expect(new Set(columns.filter((column) => column === 'title')).size).toBeLessThanOrEqual(1);
      }),
    );
    const many = readInitiativeTable(Array(MOST_ROWS + 7).fill(['Ein Bus', 'Fährt.']), known);
    expect([many.rows.length, many.leftOut]).toEqual([MOST_ROWS, 7]);
  });
});
