import { gatherMarks, marksWithin, nearestDay, numbersOf, scalesOf } from './time-scale';

const POINTS = [
  { day: '2026-01-31', value: 4 },
  { day: '2026-02-28', value: 10 },
  { day: '2026-03-31', value: 7 },
];
const SIZE = { width: 600, height: 200 };

describe('where things lie in a chart over time', () => {
  it('goes from left to right with time and up with the value, from nought', () => {
    const { x, y, inner, values } = scalesOf(POINTS, SIZE);
    expect(x('2026-01-31')).toBe(inner.left);
    expect(x('2026-03-31')).toBe(inner.right);
    expect(x('2026-02-28')).toBeGreaterThan(x('2026-01-31'));
    expect(y(0)).toBe(inner.bottom);
    expect(y(10)).toBeLessThan(y(4));
    expect(values[0]).toEqual({ y: inner.bottom, value: 0 });
  });

  it('stays within the chart, also of one day, of nothing but noughts, and on a narrow screen', () => {
    for (const [points, size] of [
      [POINTS.slice(0, 1), SIZE],
      [[{ day: '2026-01-31', value: 0 }], SIZE],
      [POINTS, { width: 40, height: 120 }],
    ] as const) {
      const { x, y, inner, path, days } = scalesOf(points, size);
      for (const { day, value } of points) {
        expect(x(day)).toBeGreaterThanOrEqual(inner.left);
        expect(x(day)).toBeLessThanOrEqual(inner.right);
        expect(y(value)).toBeGreaterThanOrEqual(inner.top);
        expect(y(value)).toBeLessThanOrEqual(inner.bottom);
      }
      expect(path(points)).toMatch(/^M[\d.,LZ]+$/);
      expect(days.length).toBeGreaterThan(0);
    }
  });

  it('writes days with room between them, and of counts whole numbers only', () => {
    const years = Array.from({ length: 70 }, (_, at) => ({
      day: new Date(Date.UTC(2021, at, 28)).toISOString().slice(0, 10),
      value: at % 3,
    }));
    for (const width of [320, 560, 1200]) {
      const { days, values } = scalesOf(years, { width, height: 200 }, true);
      days.slice(1).forEach(({ x }, at) => expect(x - days[at]!.x).toBeGreaterThanOrEqual(70));
      expect(values.map(({ value }) => value)).toEqual([0, 1, 2]);
    }
  });

  it('leaves out marks of other times', () => {
    const marks = ['2026-03-01', '2025-01-01', '2026-02-10', '2026-09-09'].map((day) => ({ day }));
    expect(
      marksWithin(
        marks,
        POINTS.map(({ day }) => day),
      ).map(({ day }) => day),
    ).toEqual(['2026-02-10', '2026-03-01']);
    expect(marksWithin(marks, ['2026-02-10'])).toEqual([]);
  });

  it('gathers marks that would lie on each other', () => {
    const place: Record<string, number> = { '2026-01-01': 10, '2026-01-02': 15, '2026-02-01': 60 };
    const marks = Object.keys(place).map((day) => ({ day }));
    expect(gatherMarks(marks, (day) => place[day]!)).toEqual([
      { x: 10, first: 1, last: 2 },
      { x: 60, first: 3, last: 3 },
    ]);
  });

  it('writes no number of marks on another, however narrow the chart is', () => {
    const dates = Array.from({ length: 120 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + 2 * at)).toISOString().slice(0, 10));
    for (const width of [40, 90, 260, 900]) {
      const marks = dates.filter((_, at) => (at * at) % 7 < 3).map((day) => ({ day }));
      const gathered = gatherMarks(marks, (day) => (dates.indexOf(day) * width) / dates.length);
      expect(gathered[0]!.first).toBe(1);
      expect(gathered.at(-1)!.last).toBe(marks.length);
      gathered.slice(1).forEach((mark, at) => {
        const before = gathered[at]!;
        expect(mark.first).toBe(before.last + 1);
        expect(mark.x - before.x).toBeGreaterThan((7 * (numbersOf(before).length + numbersOf(mark).length)) / 2);
      });
    }
  });

  it('finds the day nearest to the pointer', () => {
    const { x } = scalesOf(POINTS, SIZE);
    const days = POINTS.map(({ day }) => day);
    expect(nearestDay(days, 0, x)).toBe(0);
    expect(nearestDay(days, x('2026-02-28') + 3, x)).toBe(1);
    expect(nearestDay(days, 9999, x)).toBe(2);
  });
});
