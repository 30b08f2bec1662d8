/** A section of WZ 2008 with its divisions, and a name short enough for a list of filters. */
export interface SectorSection {
  id: string;
  /** First and last division. */
  from: number;
  to: number;
  de: string;
  en: string;
}

/** All sections, in the order of the classification. */
export const SECTOR_SECTIONS: readonly SectorSection[] = [
  { id: 'A', from: 1, to: 3, de: 'Land- und Forstwirtschaft', en: 'Agriculture and forestry' },
  { id: 'B', from: 5, to: 9, de: 'Bergbau, Steine und Erden', en: 'Mining and quarrying' },
  { id: 'C', from: 10, to: 33, de: 'Verarbeitendes Gewerbe', en: 'Manufacturing' },
  { id: 'D', from: 35, to: 35, de: 'Energieversorgung', en: 'Energy supply' },
  { id: 'E', from: 36, to: 39, de: 'Wasser und Abfall', en: 'Water and waste' },
  { id: 'F', from: 41, to: 43, de: 'Baugewerbe', en: 'Construction' },
  { id: 'G', from: 45, to: 47, de: 'Handel, Reparatur von Fahrzeugen', en: 'Trade, repair of vehicles' },
  { id: 'H', from: 49, to: 53, de: 'Verkehr und Lagerei', en: 'Transport and storage' },
  { id: 'I', from: 55, to: 56, de: 'Gastgewerbe', en: 'Accommodation and food' },
  { id: 'J', from: 58, to: 63, de: 'Information und Kommunikation', en: 'Information and communication' },
  { id: 'K', from: 64, to: 66, de: 'Finanzen und Versicherungen', en: 'Finance and insurance' },
  { id: 'L', from: 68, to: 68, de: 'Grundstücke und Wohnungen', en: 'Real estate' },
  { id: 'M', from: 69, to: 75, de: 'Freie Berufe, Wissenschaft, Technik', en: 'Professions, science, technology' },
  { id: 'N', from: 77, to: 82, de: 'Weitere Dienste für Betriebe', en: 'Other business services' },
  { id: 'O', from: 84, to: 84, de: 'Öffentliche Verwaltung', en: 'Public administration' },
  { id: 'P', from: 85, to: 85, de: 'Erziehung und Unterricht', en: 'Education' },
  { id: 'Q', from: 86, to: 88, de: 'Gesundheit und Soziales', en: 'Health and social work' },
  { id: 'R', from: 90, to: 93, de: 'Kunst, Unterhaltung, Erholung', en: 'Arts, entertainment, recreation' },
  { id: 'S', from: 94, to: 96, de: 'Vereinigungen und weitere Dienste', en: 'Membership organisations, other services' },
  { id: 'T', from: 97, to: 98, de: 'Private Haushalte', en: 'Private households' },
  { id: 'U', from: 99, to: 99, de: 'Exterritoriale Organisationen', en: 'Extraterritorial organisations' },
];

/** The section that a code of WZ 2008 belongs to, by its division; null where there is none. */
export function sectionOf(code: string): SectorSection | null {
  const division = Number(code.slice(0, 2));
  return SECTOR_SECTIONS.find(({ from, to }) => from <= division && division <= to) ?? null;
}

/** The section with this letter, or null. */
export function sectionById(id: string): SectorSection | null {
  return SECTOR_SECTIONS.find((each) => each.id === id) ?? null;
}
