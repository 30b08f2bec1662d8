import type { ImportKind } from './batch';

type Cells = Record<string, readonly [de: string, en: string]>;

/** The same words in both languages. */
const both = (text: string) => [text, text] as const;

const ENTRY = (title: readonly [string, string], text: readonly [string, string]): Cells => ({
  actor: both('Werkstatt am Kanal'),
  actorWebsite: both('werkstatt-am-kanal.example'),
  title,
  text,
  themes: ['Weiterbildung und lebenslanges Lernen; Handwerk', 'Training and lifelong learning; Crafts and trades'],
  competences: both(''),
  fromOn: ['1.3.2027', '2027-03-01'],
  untilOn: both('12/2027'),
});

/** What a sample of each kind holds: a row of an invented organisation, by the meaning of its columns. */
const ROWS: Record<ImportKind, Cells> = {
  ACTORS: {
    name: both('Werkstatt am Kanal gGmbH'),
    shortName: both('WaK'),
    kind: ['Weiterbildung', 'Training'],
    summary: ['Lernt mit Erwachsenen ein zweites Handwerk.', 'Teaches adults a second craft.'],
    street: both('Kanalweg 4'),
    postalCode: both('44999'),
    city: both('Ostwalden'),
    website: both('werkstatt-am-kanal.example'),
    size: both('34'),
    key: both('M-117'),
  },
  OFFERS: ENTRY(
    ['Drei Plätze an der Drehbank, abends', 'Three places at the lathe, in the evening'],
    ['Mit Anleitung, Dienstag und Donnerstag.', 'With guidance, Tuesday and Thursday.'],
  ),
  NEEDS: ENTRY(
    ['Fachkräfte, die abends anleiten', 'Skilled people who guide in the evening'],
    ['Zwei Abende in der Woche, mit Honorar.', 'Two evenings a week, paid.'],
  ),
  TIES: {
    from: both('Werkstatt am Kanal'),
    to: both('Berufskolleg Schleuse'),
    label: ['Gemeinsame Werkstatttage für Schulklassen', 'Days at the workshop for school classes'],
    sinceOn: both('03/2025'),
  },
  INITIATIVES: {
    title: ['Abendwerkstatt Kanal', 'Evening workshop at the canal'],
    summary: ['Erwachsene lernen abends ein zweites Handwerk.', 'Adults learn a second craft in the evening.'],
    lead: both('Werkstatt am Kanal'),
    partners: both('Berufskolleg Schleuse; Handwerkerbund Ostwalden'),
    kind: ['Projekt', 'Project'],
    themes: ['Weiterbildung und lebenslanges Lernen', 'Training and lifelong learning'],
    startOn: both('04/2027'),
    endOn: both('03/2029'),
    budget: both('120000'),
  },
};

/** The columns of a sample, by their meanings, and the row below them. */
export function sampleOf(kind: ImportKind, language: 'de' | 'en'): { fields: string[]; cells: string[] } {
  const entries = Object.entries(ROWS[kind]);
  return { fields: entries.map(([field]) => field), cells: entries.map(([, [de, en]]) => (language === 'de' ? de : en)) };
}
