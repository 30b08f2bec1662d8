import { setImmediate as others } from 'node:timers/promises';
import {
  describePicture,
  drawable,
  strongest,
  footLines,
  pictureIn,
  TakeWords,
  type Paper,
  type Taken,
  type TakenNode,
  type TakenTie,
} from '@knotenpunkt/network/domain';
import { openPaper, writePaperTable, type PaperCell, type PaperSheet, type PaperTable } from '@knotenpunkt/platform/paper';
import { drawOnPaper } from './draw-on-paper';

/** So many rows a table has; the rest is counted, and stands in the files for programs. */
export const MOST_ROWS = 150;
/** More than these a sheet of paper cannot show, nor a thread set while others wait. */
const MOST_DRAWN = { actors: 1_500, ties: 5_000 };
/** What a paragraph leaves free below it, and a little more. */
const AFTER_LINE = 6;
const SCALES: Record<Paper, number> = { A4: 1, A3: 1.2 };

const plain = (text: string): PaperCell => ({ text, address: null });

/** The picture as a figure that says what it shows, its legend as lists beside it. */
function writePicture(sheet: PaperSheet, taken: Taken, paper: Paper): void {
  const { document } = sheet;
  const words = new TakeWords(taken.language);
  const foot = footLines(taken, words).map((text) => ({ text, address: text === taken.source.address ? text : null }));
  const footHeight = foot.reduce((sum, { text }) => sum + sheet.heightOf(text, 'text', sheet.width) + AFTER_LINE, 0);
  const top = document.y + 4;
  const area = { x: sheet.left, y: top, width: sheet.width, height: sheet.bottom - top - footHeight - AFTER_LINE };
  const measure = (text: string, size: number, bold: boolean) => sheet.measure(text, size, bold);
  const { network, legend } = pictureIn(taken, area, { scale: SCALES[paper], measure });
  const bbox: [number, number, number, number] = [area.x, area.y, area.x + area.width, area.y + area.height];
  sheet.root.add(document.struct('Figure', { alt: describePicture(taken), bbox }, [() => drawOnPaper(sheet, network)]));
  for (const { title, entries } of legend) {
    sheet.root.add(document.struct('P', {}, [() => drawOnPaper(sheet, title)]));
    const list = sheet.part('L');
    for (const entry of entries) {
      const item = sheet.part('LI', list);
      // What the sign looks like tells nothing without the picture.
      sheet.artifact('Layout', () =>
        drawOnPaper(
          sheet,
          entry.filter(({ is }) => is !== 'text'),
        ),
      );
      item.add(
        document.struct('LBody', {}, [
          () =>
            drawOnPaper(
              sheet,
              entry.filter(({ is }) => is === 'text'),
            ),
        ]),
      );
      item.end();
    }
    list.end();
  }
  document.y = area.y + area.height + 2;
  for (const line of foot) sheet.paragraph(sheet.root, line);
}

async function writeTable(sheet: PaperSheet, title: string, table: PaperTable, more: string | null): Promise<void> {
  if (table.rows.length === 0) return;
  const within = sheet.part('Sect');
  sheet.heading(within, 2, title);
  await writePaperTable(sheet, within, table);
  if (more !== null) sheet.paragraph(within, plain(more));
  within.end();
}

function actorsTable(taken: Taken, nodes: readonly TakenNode[], words: TakeWords): PaperTable {
  const { name, kind, community, degree, themes } = words.own.pdf;
  const address = (node: TakenNode) => node.address;
  return {
    columns: [name, kind, community, degree, themes],
    rows: nodes.map((node) => [
      { text: node.name, address: address(node) },
      plain(words.kindOfOne(node.kind)),
      plain(taken.communities[node.community]?.name ?? '–'),
      plain(words.number(node.degree)),
      plain(node.themes.join(', ') || '–'),
    ]),
  };
}

function tiesTable(taken: Taken, ties: readonly TakenTie[], words: TakeWords): PaperTable {
  const { a, b, grade, since, sources } = words.own.pdf;
  const ends = new Set(ties.flatMap((tie) => [tie.a, tie.b]));
  const names = new Map(taken.nodes.flatMap(({ id, name }) => (ends.has(id) ? [[id, name] as const] : [])));
  return {
    columns: [a, b, grade, since, sources],
    rows: ties.map((tie) => [
      plain(names.get(tie.a) ?? ''),
      plain(names.get(tie.b) ?? ''),
      plain(words.grade(tie.grade)),
      plain(tie.since ? words.day(tie.since) : '–'),
      plain(words.number(tie.sources)),
    ]),
  };
}

function notesTable({ notes }: Taken, words: TakeWords): PaperTable {
  const { number, name } = words.own.pdf;
  return {
    columns: [number, name, words.own.legend.notes],
    rows: notes.map((note) => [plain(words.number(note.number)), plain(note.name), plain(note.text)]),
  };
}

function moreOf(words: TakeWords, all: number, shown: number): string | null {
  if (all <= shown) return null;
  const { more_one, more_other } = words.own.pdf;
  return words.fill(all - shown === 1 ? more_one : more_other, { count: all - shown });
}

/** What a view shows as a tagged PDF: the picture as vectors on the first page, then actors and ties as tables. */
export async function writeNetworkAsPdf(taken: Taken, paper: Paper): Promise<Uint8Array> {
  const words = new TakeWords(taken.language);
  const { title, language } = taken;
  const { sheet, bytes } = openPaper({ title, language, size: paper, layout: 'landscape', linkTo: (address) => address });
  sheet.heading(sheet.root, 1, title);
  const drawn = drawable(taken, MOST_DRAWN);
  for (const text of [words.state(taken.asOf, taken.nodes.length, taken.tieCount), ...drawn.about])
    sheet.paragraph(sheet.root, plain(text));
  await others();
  writePicture(sheet, drawn, paper);
  await others();
  sheet.newPage();
  await writeTable(sheet, words.own.legend.notes, notesTable(taken, words), null);
  const nodes = taken.nodes.toSorted((p, q) => q.degree - p.degree || (p.id < q.id ? -1 : 1)).slice(0, MOST_ROWS);
  await writeTable(sheet, words.own.pdf.actors, actorsTable(taken, nodes, words), moreOf(words, taken.nodes.length, nodes.length));
  const ties = strongest(taken, MOST_ROWS);
  await writeTable(sheet, words.own.pdf.ties, tiesTable(taken, ties, words), moreOf(words, taken.tieCount, ties.length));
  sheet.end();
  return bytes;
}
