import { setImmediate as others } from 'node:timers/promises';
import type { Report, ReportSection } from '@knotenpunkt/coordination/domain';
import { openPaper, writePaperTable, type PaperSheet } from '@knotenpunkt/platform/paper';

const LOCALES = { de: 'de-DE', en: 'en-GB' };

async function writeSection(sheet: PaperSheet, section: ReportSection, language: 'de' | 'en'): Promise<void> {
  const within = sheet.part('Sect');
  sheet.heading(within, 2, section.title);
  for (const text of section.paragraphs) sheet.paragraph(within, { text, address: null });
  const number = new Intl.NumberFormat(LOCALES[language]);
  sheet.list(
    within,
    section.figures.map(({ value, label, address }) => ({ text: `${label}: ${number.format(value)}`, address })),
  );
  if (section.table) await writePaperTable(sheet, within, section.table);
  if (section.more) sheet.paragraph(within, section.more);
  within.end();
}

/**
 * A report as a tagged PDF (PDF/UA-1): headings, lists, tables with their heads, links with what they lead to, bookmarks, language
 * and title. `linkTo` makes addresses absolute.
 */
export async function writeReportAsPdf(report: Report, linkTo: (path: string) => string): Promise<Uint8Array> {
  const { title, language } = report;
  const { sheet, bytes } = openPaper({ title, language, linkTo });
  sheet.heading(sheet.root, 1, title);
  for (const text of report.about) sheet.paragraph(sheet.root, { text, address: null });
  for (const section of report.sections) {
    await others();
    await writeSection(sheet, section, language);
  }
  sheet.end();
  return bytes;
}
