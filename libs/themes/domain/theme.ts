/** A driver is one of "die vier großen D" that force the change; a field of action is where a region works on it. */
export const THEME_KINDS = ['DRIVER', 'FIELD'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

export interface Theme {
  /** Stable, part of addresses and stored in rows. */
  id: string;
  kind: ThemeKind;
  de: string;
  en: string;
}

/** All themes of all regions: the drivers first, then the fields of action by their German name. */
export const THEMES: readonly Theme[] = [
  { id: 'dekarbonisierung', kind: 'DRIVER', de: 'Dekarbonisierung', en: 'Decarbonisation' },
  { id: 'digitalisierung', kind: 'DRIVER', de: 'Digitalisierung', en: 'Digitalisation' },
  { id: 'deglobalisierung', kind: 'DRIVER', de: 'Deglobalisierung', en: 'Deglobalisation' },
  { id: 'demografie', kind: 'DRIVER', de: 'Demografie', en: 'Demography' },
  { id: 'arbeit-der-zukunft', kind: 'FIELD', de: 'Arbeit der Zukunft', en: 'Future of work' },
  { id: 'arbeitszeit', kind: 'FIELD', de: 'Arbeitszeitmodelle', en: 'Working-time models' },
  { id: 'berufsorientierung', kind: 'FIELD', de: 'Berufsorientierung', en: 'Career orientation' },
  { id: 'energie', kind: 'FIELD', de: 'Energiewende', en: 'Energy transition' },
  { id: 'gruendung', kind: 'FIELD', de: 'Gründungskultur', en: 'Start-up culture' },
  { id: 'handwerk', kind: 'FIELD', de: 'Handwerk', en: 'Crafts and trades' },
  { id: 'inklusion', kind: 'FIELD', de: 'Inklusion', en: 'Inclusion' },
  { id: 'ki', kind: 'FIELD', de: 'Künstliche Intelligenz', en: 'Artificial intelligence' },
  { id: 'migration', kind: 'FIELD', de: 'Migration und Arbeitsmarkt', en: 'Migration and the labour market' },
  { id: 'mitwirkung', kind: 'FIELD', de: 'Mitwirkung', en: 'Participation' },
  { id: 'mobilitaet', kind: 'FIELD', de: 'Mobilität und Verkehr', en: 'Mobility and transport' },
  { id: 'nachhaltigkeit', kind: 'FIELD', de: 'Nachhaltigkeit', en: 'Sustainability' },
  { id: 'pflege', kind: 'FIELD', de: 'Pflege und Gesundheit', en: 'Care and health' },
  { id: 'soziale-innovation', kind: 'FIELD', de: 'Soziale Innovation', en: 'Social innovation' },
  { id: 'uebergang-schule-beruf', kind: 'FIELD', de: 'Übergang Schule–Beruf', en: 'Transition from school to work' },
  { id: 'weiterbildung', kind: 'FIELD', de: 'Weiterbildung und lebenslanges Lernen', en: 'Training and lifelong learning' },
  { id: 'wissenstransfer', kind: 'FIELD', de: 'Wissenstransfer', en: 'Knowledge transfer' },
];

const byId = new Map(THEMES.map((theme) => [theme.id, theme]));

/** The theme with this id, or null where there is none. */
export function themeOf(id: string): Theme | null {
  return byId.get(id) ?? null;
}

/** The theme's name; the id itself for a theme unknown to this version, so that old rows stay readable. */
export function themeLabel(id: string, language: 'de' | 'en'): string {
  return byId.get(id)?.[language] ?? id;
}
