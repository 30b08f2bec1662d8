import { LIST_COLUMNS, messages, type ListColumn } from '@knotenpunkt/coordination/domain';
import writeSheet from 'write-excel-file/node';

/** In characters, as spreadsheets count them. */
const WIDTHS: Record<ListColumn, number> = {
  title: 44,
  subject: 34,
  actors: 48,
  nextStep: 44,
  stepActor: 28,
  followUpOn: 16,
  owner: 20,
  deputy: 20,
  note: 44,
};

/** The day of the example; it is not read. */
const EXAMPLE_DAY = new Date(Date.UTC(2026, 10, 30));

/** A list to fill: headings, widths, and one row as an example. Days are days there, so that a spreadsheet offers its calendar. */
export async function writeListTemplate(language: 'de' | 'en'): Promise<Buffer> {
  const { columns, template } = messages[language].list;
  const cellOf = (column: ListColumn) =>
    column === 'followUpOn'
      ? { value: EXAMPLE_DAY, type: Date, format: language === 'de' ? 'dd.mm.yyyy' : 'dd/mm/yyyy' }
      : { value: template[column], wrap: true, alignVertical: 'top' as const };
  return writeSheet([LIST_COLUMNS.map((column) => ({ value: columns[column], fontWeight: 'bold' as const })), LIST_COLUMNS.map(cellOf)], {
    sheet: template.sheet,
    columns: LIST_COLUMNS.map((column) => ({ width: WIDTHS[column] })),
    stickyRowsCount: 1,
  }).toBuffer();
}
