import { addDays, systemClock } from '@knotenpunkt/kernel';
import writeSheet, { type SheetData } from 'write-excel-file/node';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = [
  'Titel',
  'Worum es geht',
  'Beteiligte',
  'Nächster Schritt',
  'Akteur des Schritts',
  'Wiedervorlage',
  'Zuständig',
  'Vertretung',
];

/** Forty rows of a list as coordinators keep it, each with another day ahead. */
export function fortyRows(): SheetData {
  const today = systemClock.today('Europe/Berlin');
  const day = (days: number) => ({ value: new Date(`${addDays(today, days)}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' });
  return Array.from({ length: 40 }, (_, n) => [
    `Faden ${n + 1} aus der Liste`,
    n === 0 ? 'Allianz: Wärme aus Nordkamp' : null,
    n === 1 ? 'Bäckerei Unbekannt; Gießerei Nordkamp' : 'Gießerei Nordkamp',
    'Termin bestätigen lassen',
    'Gießerei Nordkamp',
    day(n + 30),
    'Meryem Arslan',
    'J. Petri',
  ]);
}

/** The list as a file to choose in a browser. */
export const listFile = async (rows: SheetData) => ({
  name: 'liste.xlsx',
  mimeType: XLSX,
  buffer: await writeSheet([HEADINGS, ...rows]).toBuffer(),
});
