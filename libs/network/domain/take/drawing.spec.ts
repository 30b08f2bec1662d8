import { atOnce, type Rect } from '@knotenpunkt/kernel';
import sharp from 'sharp';
import { likelyWidth, type Figure, type Writing } from './figure';
import { sampleTaken } from './sample-taken';
import { sheetFigure } from './sheet-figure';
import { drawSvg, svgInSteps } from './svg';

const overlap = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function boxOf({ at, align, text, size, bold }: Writing): Rect {
  const width = likelyWidth(text, size, bold);
  const x = at.x - (align === 'start' ? 0 : align === 'end' ? width : width / 2);
  return { x, y: at.y - 0.74 * size, width, height: 0.95 * size };
}

const texts = ({ shapes }: Figure) => shapes.flatMap((shape) => (shape.is === 'text' ? [shape] : []));
const names = (figure: Figure) => texts(figure).filter(({ halo }) => halo > 0);

describe('the sheet', () => {
  it.each([0, 1, 2, 60, 400])('keeps everything on the paper and no two texts on each other, with %i actors', (size) => {
    for (const paper of ['A4', 'A3'] as const) {
      const figure = atOnce(sheetFigure(sampleTaken(size), { paper }));
      const boxes = texts(figure).map(boxOf);
      for (const { x, y, width, height } of boxes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(figure.width);
        expect(y + height).toBeLessThanOrEqual(figure.height);
      }
      boxes.forEach((box, at) => expect(boxes.slice(at + 1).filter((other) => overlap(box, other))).toEqual([]));
    }
  });

  it.each([60, 400])('writes no name on a mark, and names some, with %i actors', (size) => {
    const figure = atOnce(sheetFigure(sampleTaken(size)));
    const marks = figure.shapes.flatMap((shape) => (shape.is === 'mark' && shape.halo > 0 ? [shape] : []));
    expect(marks).toHaveLength(size);
    expect(names(figure).length).toBeGreaterThan(15);
    for (const box of names(figure).map(boxOf))
      for (const { at, radius } of marks)
        expect(overlap(box, { x: at.x - radius * 0.9, y: at.y - radius * 0.9, width: 1.8 * radius, height: 1.8 * radius })).toBe(false);
  });

  it('is drawn the same each time', () => {
    expect(drawSvg(sampleTaken(80))).toBe(drawSvg(sampleTaken(80)));
  });
});

describe('the drawing as SVG', () => {
  // Where pictures are taken in, every reader but a few is shut for the whole process: another spec may have done so before.
  beforeAll(() => sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] }));

  it.each([0, 1, 60])('is well formed, says what it shows and fetches nothing, with %i actors', async (size) => {
    const svg = drawSvg(sampleTaken(size));
    // Throws where the markup does not hold.
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ format: 'svg' });
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="network-title">Netzwerk Harkenrode &lt;Probe&gt; &amp; mehr</title>');
    expect(svg).toMatch(new RegExp(`<desc[^>]*>Stand: 27\\. November 2026 · ${size} Akteur`));
    expect(svg.match(/<use /g) ?? []).toHaveLength(size + 12);
    expect(svg).not.toMatch(/<script|<style|style=|<image|href="(?!#)|url\(|\son\w+=/);
  });

  it('draws shapes with hues, and the grades with different lines', () => {
    const svg = drawSvg(sampleTaken(60));
    expect(new Set(svg.match(/href="#kind-[\w-]+"/g)).size).toBe(12);
    expect(new Set(svg.match(/stroke-dasharray="[^"]+"/g)).size).toBeGreaterThanOrEqual(2);
    expect(svg).toContain('Lizenz: Datenlizenz Deutschland');
  });

  it('flies a flag with its number at whoever carries a note, and tells the note in the legend', () => {
    const taken = sampleTaken(60);
    const { id: actorId, name } = taken.nodes[7]!;
    const notes = [
      { actorId, name, number: 3, text: 'Fragt nach.' },
      { actorId: 'gone', name: 'Weg', number: 9, text: 'Weg.' },
    ];
    const flags = (svg: string) => svg.match(/font-weight="600" fill="#ffffff"[^>]*>(\d)</g)?.map((text) => text.at(-2)) ?? [];
    expect(flags(drawSvg(taken))).toEqual([]);
    const mark = { note: 3 };
    const legends = [{ title: 'Notizen', entries: [{ label: 'Fragt nach.', count: null, mark }] }];
    const svg = drawSvg({ ...taken, notes, legends });
    // At the actor, and before its words.
    expect(flags(svg)).toEqual(['3', '3']);
    expect(svg).toContain('Fragt nach.');
  });

  it.each([
    ['all of 3,000 actors', 3_000, 2],
    ['a part of 12,000', 12_000, 1],
  ])('comes in many steps that tell how far it is, with %s', (_, actors, tiesEach) => {
    const work = svgInSteps(sampleTaken(actors, tiesEach * actors));
    const shares: number[] = [];
    for (let step = work.next(); !step.done; step = work.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(1_000);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    // It never goes back, and no single step brings more than a part of it.
    const strides = shares.map((share, at) => share - (shares[at - 1] ?? 0));
    expect(Math.min(...strides)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...strides)).toBeLessThan(0.45);
  });

  it('grows with the network and not faster', () => {
    const [small, large] = [500, 4_000].map((size) => drawSvg(sampleTaken(size)).length) as [number, number];
    expect(large / small).toBeLessThan(9);
  });
});
