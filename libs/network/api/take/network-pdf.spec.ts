import type { Taken } from '@knotenpunkt/network/domain';
// An invented network is for tests alone and stands behind no door.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { sampleTaken } from '../../domain/take/sample-taken';
import { MOST_ROWS, writeNetworkAsPdf } from './network-pdf';

/** The objects of a PDF file without their streams, by number. */
function objectsOf(pdf: Uint8Array): Map<number, string> {
  const text = Buffer.from(pdf).toString('latin1');
  return new Map(
    [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [Number(number), body!.split('stream\n')[0]!]),
  );
}

/** Kinds of elements below an element of the structure tree, in the order in which they are read. */
function structureOf(objects: ReadonlyMap<number, string>, number: number): string[] {
  const body = objects.get(number) ?? '';
  const [, kind] = /\/S \/(\w+)/.exec(body) ?? [];
  const children = [...(/\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, child]) => Number(child));
  return [...(kind ? [kind] : []), ...children.flatMap((child) => structureOf(objects, child))];
}

async function written(taken: Taken, paper: 'A4' | 'A3' = 'A4') {
  const bytes = await writeNetworkAsPdf(taken, paper);
  const objects = objectsOf(bytes);
  const all = [...objects.values()];
  const catalog = all.find((body) => body.includes('/Type /Catalog'))!;
  const structure = structureOf(objects, Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)![1]));
  return { bytes, all, catalog, structure, count: (kind: string) => structure.filter((each) => each === kind).length };
}

describe('the network as a PDF', () => {
  it('is tagged: language, title, a figure that says what it shows and where it lies, its legend as lists, tables with heads', async () => {
    const taken = sampleTaken(40, 60);
    const { all, catalog, structure, count, bytes } = await written(taken);
    expect(Buffer.from(bytes).toString('latin1', 0, 8)).toBe('%PDF-1.7');
    expect(catalog).toContain('/Lang (de-DE)');
    for (const part of ['/Marked true', '/DisplayDocTitle true', 'pdfuaid']) expect(Buffer.from(bytes).toString('latin1')).toContain(part);
    expect(structure.slice(0, 5)).toEqual(['Document', 'H1', 'P', 'P', 'Figure']);
    const figure = all.find((body) => body.includes('/S /Figure'))!;
    expect(figure).toContain('/Alt (');
    expect(figure).toMatch(/\/BBox \[[\d. ]+\]/);
    const entries = taken.legends.reduce((sum, legend) => sum + legend.entries.length, 0);
    expect([count('L'), count('LI'), count('LBody')]).toEqual([taken.legends.length, entries, entries]);
    expect([count('H1'), count('H2'), count('Table')]).toEqual([1, 2, 2]);
    expect(count('TR')).toBe(40 + 60 + 2);
    expect(count('TH')).toBe(40 + 60 + 10);
    // A link each for the page and for every actor.
    expect(all.filter((body) => body.includes('/Subtype /Link'))).toHaveLength(count('Link'));
    expect(count('Link')).toBe(41);
  });

  it('tells the notes of a kept view in full, in a table of their own', async () => {
    const taken = sampleTaken(12, 8);
    const { id: actorId, name } = taken.nodes[3]!;
    const { count } = await written({ ...taken, notes: [{ actorId, name, number: 1, text: 'Fragt nach. '.repeat(40) }] });
    expect([count('H2'), count('Table'), count('TR')]).toEqual([3, 3, 12 + 8 + 2 + 2]);
  });

  it('has its fonts within it', async () => {
    const { all } = await written(sampleTaken(12));
    const fonts = all.filter((body) => body.includes('/Type /FontDescriptor'));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\/FontFile[23]? \d+ 0 R/);
    // ISO 14289-1, 7.21.4.2: a list of characters would have to name all; there need not be one.
    for (const font of fonts) expect(font).not.toContain('/CIDSet');
  });

  it('is drawn, and says so, where nobody is left; and names no empty table', async () => {
    const { count } = await written(sampleTaken(0));
    expect([count('Figure'), count('Table')]).toEqual([1, 0]);
  });

  it('stays as long as a table may be, however large the network is', async () => {
    const { count } = await written(sampleTaken(3_500), 'A3');
    expect(count('TR')).toBe(2 * MOST_ROWS + 2);
  });
});
