import { Readable } from 'node:stream';
import { readableText } from '@knotenpunkt/kernel';
import { ZipFile } from 'yazl';

/** What a workbook is made of; rows are asked for one after the other, while the file is being sent. */
export interface Workbook {
  sheet: string;
  /** In characters, as spreadsheets count them; as many as there are columns. */
  widths: readonly number[];
  /** The first one is the heading: it is bold, stays in sight, and can be filtered by. */
  rows: AsyncIterable<readonly WorkbookCell[]>;
}

export interface WorkbookCell {
  text: string;
  /** The spreadsheet keeps it a text also when somebody edits it: for what would be a formula then. */
  kept?: boolean;
}

/** A spreadsheet refuses a file with a longer cell. */
const LONGEST = 32_000;
/** Cells are put together to texts of about this size before they are packed. */
const BLOCK = 65_536;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text: string) => readableText(text).replace(/[&<>"\r]/g, (sign) => ENTITIES[sign]!);

/** 0 is A, 26 is AA. */
function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf ${PLAIN}/></cellStyleXfs><cellXfs count="3"><xf ${PLAIN} xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf ${PLAIN} xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

async function* sheetPieces({ widths, rows }: Workbook): AsyncGenerator<string> {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  let block = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    const written = cells.map(({ text, kept }, at) => {
      if (text === '') return '';
      const style = row === 1 ? ' s="1"' : kept ? ' s="2"' : '';
      return `<c r="${columnName(at)}${row}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`;
    });
    block += `<row r="${row}">${written.join('')}</row>`;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  yield `${block}</sheetData><autoFilter ref="A1:${columnName(Math.max(0, widths.length - 1))}${Math.max(1, row)}"/></worksheet>`;
}

/**
 * A workbook (.xlsx) with one sheet of texts, written while it is being read: of the largest one a block stands in memory. No cell is ever
 * a formula. Where the rows fail the stream does.
 */
export function writeWorkbook(workbook: Workbook): Readable {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  const type = (part: string, kind: string) => `<Override PartName="/${part}" ContentType="${KIND}.${kind}+xml"/>`;
  add(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/worksheets/sheet1.xml', 'worksheet')}${type('xl/styles.xml', 'styles')}</Types>`,
  );
  const relations = (...targets: [kind: string, target: string][]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  add('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml']));
  add('xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']));
  // A name of a sheet has at most 31 characters and none of these.
  const name = escaped(workbook.sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  add(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add('xl/styles.xml', STYLES);
  const sheet = Readable.from(sheetPieces(workbook));
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}
