import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as others } from 'node:timers/promises';
import type { Report, ReportSection } from '@knotenpunkt/coordination/domain';
import PDFDocument from 'pdfkit';
import { PdfSheet } from './pdf-sheet';
import { writePdfTable } from './pdf-table';
import { unpackedFont } from './unpacked-font';

/** Noto Sans (SIL Open Font License), which comes with the house's styles: Latin, Greek and Cyrillic. */
function fontOf(name: 'Regular' | 'Bold'): Buffer {
  const file = createRequire(import.meta.url).resolve(`@kern-ux/native/dist/fonts/noto-sans/NotoSans-${name}.woff`);
  return unpackedFont(readFileSync(file));
}

let fonts: { regular: Buffer; bold: Buffer } | null = null;

const LOCALES = { de: 'de-DE', en: 'en-GB' };

async function writeSection(sheet: PdfSheet, section: ReportSection, language: 'de' | 'en'): Promise<void> {
  const within = sheet.part('Sect');
  sheet.heading(within, 2, section.title);
  for (const text of section.paragraphs) sheet.paragraph(within, { text, address: null });
  const number = new Intl.NumberFormat(LOCALES[language]);
  sheet.list(
    within,
    section.figures.map(({ value, label, address }) => ({ text: `${label}: ${number.format(value)}`, address })),
  );
  if (section.table) await writePdfTable(sheet, within, section.table);
  if (section.more) sheet.paragraph(within, section.more);
  within.end();
}

/**
 * A report as a tagged PDF (PDF/UA-1): headings, lists, tables with their heads, links with what they lead to, bookmarks, language
 * and title. `linkTo` makes addresses absolute.
 */
export async function writeReportAsPdf(report: Report, linkTo: (path: string) => string): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 24, left: 56, right: 56 },
    tagged: true,
    subset: 'PDF/UA',
    pdfVersion: '1.7',
    lang: LOCALES[report.language],
    displayTitle: true,
    bufferPages: true,
    font: null,
    info: { Title: report.title, Author: 'Knotenpunkt' },
  });
  fonts ??= { regular: fontOf('Regular'), bold: fontOf('Bold') };
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const written = document.toArray();
  const sheet = new PdfSheet(document, linkTo);
  sheet.heading(sheet.root, 1, report.title);
  for (const text of report.about) sheet.paragraph(sheet.root, { text, address: null });
  for (const section of report.sections) {
    await others();
    await writeSection(sheet, section, report.language);
  }
  sheet.end();
  return Buffer.concat((await written) as Uint8Array[]);
}
