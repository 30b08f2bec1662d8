/** Why personal data may be worked with: the letters of Article 6 (1) GDPR that the product stands on. */
export const LEGAL_GROUNDS = ['CONTRACT', 'LEGAL_DUTY', 'PUBLIC_TASK', 'LEGITIMATE_INTEREST'] as const;
export type LegalGround = (typeof LEGAL_GROUNDS)[number];

/** Whose data it is. NAMED: somebody a text of others speaks of. */
export const DATA_SUBJECTS = ['ACCOUNT_HOLDER', 'ASKER', 'CONTACT_PERSON', 'RECIPIENT', 'NAMED'] as const;
export type DataSubject = (typeof DATA_SUBJECTS)[number];

/** How long backups may be kept, and for longer than that erasures are remembered: a restored backup must not bring anybody back. */
export const BACKUPS_KEPT_DAYS = 90;
export const ERASURES_KEPT_DAYS = 2 * BACKUPS_KEPT_DAYS;

/** What a column says: nothing of anybody (ids, versions, counters), something of an organisation, or something of a person. */
export const COLUMN_CLASSES = ['NONE', 'ORGANISATION', 'PERSONAL'] as const;
export type ColumnClass = (typeof COLUMN_CLASSES)[number];

/** A class of personal data: what is done with it and why, as a record of processing (Article 30 GDPR) tells it. */
export interface Processing {
  of: readonly DataSubject[];
  ground: LegalGround;
  /** For how many days rows are kept after the instant or day that their table names; null: as long as what they belong to. */
  days: number | null;
  /** The job of the room itself that forgets them, where more is to be done than deleting rows. */
  job?: string;
}

/**
 * By which column the rows of a person are found: a person's id, a mail address, or the row of another table that is found so. `goesAlong`:
 * where the address of an account changes, it changes there too, so that the person goes on finding and erasing it, and nobody else ever does.
 */
export type Whose =
  | { column: string | readonly string[]; is: 'PERSON'; stored?: 'text' }
  | { column: string; is: 'MAIL'; goesAlong?: true }
  | { column: string | readonly string[]; is: 'ROW'; of: string; key: string };

/**
 * What becomes of the rows of a person who is erased. ROW: they go. BLANK: named columns are emptied, the row stays. KEEP: it stays
 * as it is; why, says the text of the table.
 */
export type Erasure = { how: 'ROW' } | { how: 'BLANK'; columns: Readonly<Record<string, string | null>> } | { how: 'KEEP' };

/**
 * Columns, by their type, out of which name and address of a person are taken who is erased; the rest of the row stays. ADDRESS: in rows in
 * which the mail address stands. NAME: also in rows in which only the name stands; for what is gone soon anyway, since anybody may bear
 * that name.
 */
export interface Mentions {
  columns: Readonly<Record<string, 'text' | 'text[]' | 'jsonb'>>;
  by: 'ADDRESS' | 'NAME';
  /** The rows are nothing without it and go. */
  rowsGo?: true;
}

/** What a table holds of persons. */
export interface PersonalRows {
  /** Key of the class in `processings`. */
  processing: string;
  /** Null: whom a text names cannot be found by a machine; somebody has to look. */
  whose: Whose | null;
  /** Where the person may be spoken of in rows of others. */
  mentions?: Mentions;
  /** What the person gets of the rows, in this order; the first are shown. */
  exported: readonly string[];
  /** Of these, codes and whole settings: in the file, not on the page. */
  quiet?: readonly string[];
  erasure: Erasure;
  /** The row goes when the days of the class have passed since `after`, a column with a day or an instant. */
  forget?: { after: string };
  /** Column with the id of the organisation the row is about. */
  actor?: string;
  /** Address of the page on which the person sets it right. */
  correctedAt?: string;
}

/** The columns of a table, each in one of the three lists; `*` for tables of a library that brings its own. */
export interface TableClasses {
  none?: readonly string[];
  organisation?: readonly string[];
  personal?: readonly string[];
  /** There where any column is personal. */
  rows?: PersonalRows;
}

/** What the catalogue of a room says of its list. */
export interface PersonalDataTexts {
  /** `kept`: how long; `{{days}}` is filled in. */
  processings: Readonly<Record<string, { title: string; purpose: string; kept: string }>>;
  /** `title`: what one row tells, for the person; `stays`: why it stays when the person is erased. */
  tables: Readonly<Record<string, { title: string; stays?: string }>>;
  /** Names of columns that are exported. */
  columns: Readonly<Record<string, string>>;
  /** Words of values that are codes: `role.ADMINISTRATOR`. */
  values: Readonly<Record<string, string>>;
}

/** Of a room that holds nothing of persons. */
export const NO_TEXTS: PersonalDataTexts = { processings: {}, tables: {}, columns: {}, values: {} };

/** What a room holds: every column of every table of its own, in classes. */
export interface PersonalDataOfRoom {
  room: string;
  processings: Readonly<Record<string, Processing>>;
  /** By `schema.table`. */
  tables: Readonly<Record<string, TableClasses>>;
  texts: { de: PersonalDataTexts; en: PersonalDataTexts };
}

/** The classes of a table's columns, by column. */
export function classesOf(table: TableClasses): Map<string, ColumnClass> {
  const of = (columns: readonly string[] | undefined, is: ColumnClass) => (columns ?? []).map((column) => [column, is] as const);
  return new Map([...of(table.none, 'NONE'), ...of(table.organisation, 'ORGANISATION'), ...of(table.personal, 'PERSONAL')]);
}

/** Tables with rows that are found by a person, with their room. */
export function personalTables(rooms: readonly PersonalDataOfRoom[]): { room: PersonalDataOfRoom; table: string; rows: PersonalRows }[] {
  return rooms.flatMap((room) => Object.entries(room.tables).flatMap(([table, { rows }]) => (rows ? [{ room, table, rows }] : [])));
}

/**
 * Where the lists of the rooms and a schema say different things, in sentences that say what to do; empty: nowhere. `schema`: the
 * columns of each table.
 */
export function gapsOfLists(rooms: readonly PersonalDataOfRoom[], schema: ReadonlyMap<string, readonly string[]>): string[] {
  const owners = new Map<string, PersonalDataOfRoom[]>();
  for (const room of rooms) for (const table of Object.keys(room.tables)) owners.set(table, [...(owners.get(table) ?? []), room]);
  const unknown = [...schema.keys()]
    .filter((table) => !owners.has(table))
    .map(
      (table) =>
        `${table} is in no list. Enter it under \`tables\` in api/personal-data.ts of the room whose migration creates it, with each of: ${schema.get(table)!.join(', ')}.`,
    );
  const wrong = [...owners].flatMap(([table, holders]) => {
    if (holders.length > 1) return [`${table} is in the lists of ${holders.map(({ room }) => room).join(' and ')}. Leave it in one.`];
    return gapsOfTable(fileOf(holders[0]!), table, holders[0]!, schema.get(table));
  });
  return [...unknown, ...wrong].toSorted();
}

const fileOf = ({ room }: PersonalDataOfRoom) =>
  ['platform', 'regions'].includes(room) ? `libs/identity/api/personal-data/${room}-data.ts` : `libs/${room}/api/personal-data.ts`;

function gapsOfTable(file: string, table: string, room: PersonalDataOfRoom, there: readonly string[] | undefined): string[] {
  if (!there) return [`${table} is in ${file} and not in the database any more. Take it out.`];
  const { none = [], organisation = [], personal = [], rows } = room.tables[table]!;
  if (none.includes('*')) return [];
  const listed = [...none, ...organisation, ...personal];
  const columns = rows ? columnsNamedBy(rows) : [];
  return [
    ...there
      .filter((column) => !listed.includes(column))
      .map((column) => `${table}.${column} has no class. Enter it in ${file} under none, organisation or personal of '${table}'.`),
    ...listed.filter((column) => !there.includes(column)).map((column) => `${table}.${column} is in ${file} and vanished. Take it out.`),
    ...listed.filter((column, at) => listed.indexOf(column) !== at).map((column) => `${table}.${column} has two classes in ${file}.`),
    ...columns
      .filter((column) => !there.includes(column))
      .map((column) => `${file}: rows of '${table}' name ${column}, which is no column.`),
    ...(personal.length > 0 === (rows !== undefined) ? [] : [`${file}: '${table}' needs \`rows\` exactly when a column is personal.`]),
    ...(rows && !room.processings[rows.processing]
      ? [`${file}: '${table}' is of ${rows.processing}, which is not in \`processings\`.`]
      : []),
    ...textGaps(file, table, room),
  ];
}

function columnsNamedBy({ whose, mentions, exported, erasure, forget, actor }: PersonalRows): string[] {
  const blanked = erasure.how === 'BLANK' ? Object.keys(erasure.columns) : [];
  return [
    ...(whose ? [whose.column].flat() : []),
    ...Object.keys(mentions?.columns ?? {}),
    ...exported,
    ...blanked,
    ...(forget ? [forget.after] : []),
    ...(actor ? [actor] : []),
  ];
}

function textGaps(file: string, table: string, { tables, texts }: PersonalDataOfRoom): string[] {
  const rows = tables[table]!.rows;
  if (!rows) return [];
  const said = (['de', 'en'] as const).flatMap((language) => {
    const { processings, tables: words, columns } = texts[language];
    return [
      ...(processings[rows.processing] ? [] : [`processings.${rows.processing}`]),
      ...(words[table] ? [] : [`tables.${table}`]),
      ...(rows.erasure.how === 'KEEP' && !words[table]?.stays ? [`tables.${table}.stays`] : []),
      ...rows.exported.filter((column) => !columns[column]).map((column) => `columns.${column}`),
    ].map((key) => `${file}: personalData.${key} is missing in messages.${language}.json.`);
  });
  return [...new Set(said)];
}
