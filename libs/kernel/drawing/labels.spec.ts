import fc from 'fast-check';
import { placeLabels, shapesOf, type LabelRequest } from './labels';
import type { Rect } from './plane';

const bounds: Rect = { x: 0, y: 0, width: 400, height: 300 };
const measure = (text: string) => text.length * 7;
const box = (x: number, y: number, radius: number): Rect => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
const named = (id: string, x: number, y: number, text = 'Kompass', radius = 8): LabelRequest => ({
  id,
  shapes: shapesOf(text, 16, measure),
  around: { kind: 'mark', center: { x, y }, radius },
});
const overlap = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the places of labels', () => {
  it('puts a lonely name to the right of its mark', () => {
    const [label] = placeLabels([named('a', 100, 100)], [box(100, 100, 8)], bounds);
    expect(label).toMatchObject({ id: 'a', align: 'start', lines: ['Kompass'] });
    expect(label!.box.x).toBe(113);
  });

  it('puts the name to the left at the right edge', () => {
    const [label] = placeLabels([named('a', 380, 100)], [box(380, 100, 8)], bounds);
    expect(label!.align).toBe('end');
  });

  it('serves the first request first and lets the second go elsewhere', () => {
    const marks = [box(100, 100, 8), box(100, 101, 8)];
    const [first, second] = placeLabels([named('a', 100, 100), named('b', 100, 101)], marks, bounds);
    expect(first!.align).toBe('start');
    expect(second!.align).not.toBe('start');
  });

  it('leaves out what finds no free place', () => {
    const wall: Rect = { x: 0, y: 0, width: 400, height: 300 };
    expect(placeLabels([named('a', 100, 100)], [wall], bounds)).toEqual([]);
  });

  it('names a ground above it, and below it where nothing is free above', () => {
    const outline = [
      { x: 150, y: 100 },
      { x: 250, y: 100 },
      { x: 250, y: 200 },
      { x: 150, y: 200 },
    ];
    const request: LabelRequest = { id: 'g', shapes: shapesOf('Schule', 18, measure), around: { kind: 'ground', outline } };
    expect(placeLabels([request], [], bounds)[0]!.box.y).toBe(77);
    const below = placeLabels([request], [{ x: 0, y: 0, width: 400, height: 100 }], bounds)[0]!;
    expect(below.box.y).toBeGreaterThan(200);
  });

  it('never covers a label, a mark or the edge, whatever the network', () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.integer({ min: 5, max: 16 }),
    });
    const name = fc.string({ minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, name), { maxLength: 60 }), (marks) => {
        const obstacles = marks.map(([{ x, y, radius }]) => box(x, y, radius));
        const requests = marks.map(([{ x, y, radius }, text], index) => named(String(index), x, y, text, radius));
        const placed = placeLabels(requests, obstacles, bounds);
        placed.forEach((label, index) => {
          expect(label.box.x >= 0 && label.box.x + label.box.width <= 400).toBe(true);
          expect(label.box.y >= 0 && label.box.y + label.box.height <= 300).toBe(true);
          expect(obstacles.some((obstacle) => overlap(label.box, obstacle))).toBe(false);
          expect(placed.slice(index + 1).some((other) => overlap(label.box, other.box))).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the lines of a name', () => {
  it('keeps a short name in one line', () => {
    expect(shapesOf('Spedition', 16, measure).map(({ lines }) => lines)).toEqual([['Spedition']]);
  });

  it('breaks a long name where both lines are about equally long', () => {
    expect(shapesOf('Wirtschaftskammer Mittelruhe', 16, measure)[0]!.lines).toEqual(['Wirtschaftskammer', 'Mittelruhe']);
    expect(shapesOf('Bildungswerk Kompass e. V.', 16, measure)[0]!.lines).toEqual(['Bildungswerk', 'Kompass e. V.']);
  });

  it('keeps one long word whole', () => {
    expect(shapesOf('Wohnungsgenossenschaftsverband', 16, measure)).toHaveLength(1);
  });
});
