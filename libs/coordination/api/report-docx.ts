import type { Report, ReportCell, ReportFigure, ReportTable } from '@knotenpunkt/coordination/domain';
import { columnShares } from '@knotenpunkt/platform/paper';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';

type LinkTo = (path: string) => string;

/** A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const LANGUAGES = { de: 'de-DE', en: 'en-GB' };

function words({ text, address }: ReportCell, linkTo: LinkTo): ParagraphChild {
  if (address === null) return new TextRun(text);
  return new ExternalHyperlink({ link: linkTo(address), children: [new TextRun({ text, style: 'Hyperlink' })] });
}

/** A figure with its word; the whole line leads to the list. */
function figureLine({ value, label, address }: ReportFigure, linkTo: LinkTo, language: 'de' | 'en'): Paragraph {
  const number = new Intl.NumberFormat(LANGUAGES[language]).format(value);
  return new Paragraph({ bullet: { level: 0 }, children: [words({ text: `${label}: ${number}`, address }, linkTo)] });
}

function cell(children: ParagraphChild[], width: number, head: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(head ? { shading: { fill: 'E8ECEF' } } : {}),
    children: [new Paragraph({ style: 'Cell', children })],
  });
}

/** The head is repeated on every page, and no row is torn apart. */
function tableOf(table: ReportTable, linkTo: LinkTo): Table {
  const widths = columnShares(table).map((share) => Math.round(share * TEXT_WIDTH));
  const head = table.columns.map((name, at) => cell([new TextRun({ text: name, bold: true })], widths[at]!, true));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...table.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((each, at) => cell([words(each, linkTo)], widths[at]!, false)) }),
      ),
    ],
  });
}

function bodyOf({ title, about, sections, language }: Report, linkTo: LinkTo): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...about.map((text) => new Paragraph({ text })),
    ...sections.flatMap((section) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.title }),
      ...section.paragraphs.map((text) => new Paragraph({ text, keepNext: true })),
      ...section.figures.map((figure) => figureLine(figure, linkTo, language)),
      ...(section.table ? [tableOf(section.table, linkTo)] : []),
      ...(section.more ? [new Paragraph({ children: [words(section.more, linkTo)], spacing: { before: 80 } })] : []),
    ]),
  ];
}

/** A report as a Word document: real headings, tables with a repeated head, links, language and title. `linkTo` makes addresses absolute. */
export async function writeReportAsDocx(report: Report, linkTo: LinkTo): Promise<Uint8Array> {
  const run = { font: 'Arial', size: 20, language: { value: LANGUAGES[report.language] } };
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: '1B2733' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  const document = new Document({
    title: report.title,
    description: report.about[0] ?? '',
    creator: 'Knotenpunkt',
    lastModifiedBy: 'Knotenpunkt',
    styles: {
      default: {
        document: { run, paragraph: { spacing: { after: 100 } } },
        title: { run: { size: 36, bold: true, color: '1B2733' }, paragraph: { spacing: { after: 160 } } },
        heading1: heading(28, 320),
        hyperlink: { run: { color: '0B4F8A', underline: {} } },
      },
      paragraphStyles: [{ id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 17 }, paragraph: { spacing: { after: 0 } } }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: bodyOf(report, linkTo),
      },
    ],
  });
  return Packer.toBuffer(document);
}
