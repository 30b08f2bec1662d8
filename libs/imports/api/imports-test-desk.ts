import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import type { ImportKind } from '@knotenpunkt/imports/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { TestApp } from '@knotenpunkt/platform/testing';
import type { Region } from '@knotenpunkt/regions/domain';
import { ImportRuns } from './table/import-runs';
import { ImportUpload } from './table/upload.service';

const BATCH = `id kind version state rows done total fileName counts { fate count unanswered } outcome { made changed left takenBack kept } availableActions columns { header field samples }`;
const ANSWER = `{ __typename ... on ImportBatch { ${BATCH} } ... on Refused { code field } ... on StaleVersion { current } }`;
const ROWS = `query($id: ID!, $fate: ImportFate, $kept: Boolean) { importRows(id: $id, fate: $fate, kept: $kept, first: 100) { edges { node {
  line label fate decision kept stands problems { field code parameters { name value } } changes { field before after } candidates { id name listed reasons } references { field actor { name } } choices { field words chosenId among { id name reasons } } } } } }`;

export interface ToldBatch {
  __typename: string;
  code?: string;
  id: Id;
  version: number;
  state: string;
  rows: number;
  counts: { fate: string; count: number; unanswered: number }[];
  outcome: Record<string, number>;
  availableActions: string[];
  columns: { header: string; field: string | null; samples: string[] }[];
}

export interface ToldRow {
  line: number;
  label: string;
  fate: string;
  kept: string | null;
  stands: boolean;
  problems: { field: string; code: string }[];
  changes: { field: string; before: string; after: string }[];
  candidates: { id: Id; name: string; listed: boolean; reasons: string[] }[];
  references: { field: string; actor: { name: string } }[];
  choices: { field: string; words: string; chosenId: Id | null; among: { id: Id; name: string; reasons: string[] }[] }[];
}

const INPUTS: Record<string, string> = {
  matchImportColumns: 'MatchImportColumnsInput',
  decideImportRows: 'DecideImportRowsInput',
  chooseImportActor: 'ChooseImportActorInput',
  commitImport: 'CommitImportInput',
};

/** A coordinator at work with tables of one kind, for tests. */
export class TestDesk {
  readonly coordinator: Viewer = {
    ...VISITOR,
    personId: idFrom('harkenrode', 'person', 'meryem.arslan'),
    name: 'Meryem Arslan',
    coordinator: true,
  };
  private readonly texts: string[] = [];

  constructor(
    readonly app: TestApp,
    readonly region: Region,
    private readonly kind: ImportKind,
  ) {}

  readonly read = <Found>(sql: string, ...parameters: unknown[]) => {
    if (!this.texts.includes(sql)) this.texts.push(sql);
    return this.app.get(Database).read<Found>(query(`test.${this.kind}${this.texts.indexOf(sql)}`, sql), parameters);
  };

  readonly send = async (text: string, fileName = 'liste.csv'): Promise<Id> => {
    const sent = await this.app.get(ImportUpload).read(this.region, Buffer.from(text), { kind: this.kind, fileName });
    if (!sent.ok) throw new Error(sent.refusal.code);
    return sent.value.id;
  };

  readonly show = async (id: Id, viewer = this.coordinator) =>
    (await this.app.query<{ importBatch: ToldBatch }>(`query($id: ID!) { importBatch(id: $id) { ${BATCH} } }`, { id }, { viewer })).data
      .importBatch;

  readonly rows = async (id: Id, more: { fate?: string; kept?: boolean } = {}) =>
    (
      await this.app.query<{ importRows: { edges: { node: ToldRow }[] } }>(ROWS, { id, ...more }, { viewer: this.coordinator })
    ).data.importRows.edges.map(({ node }) => node);

  readonly act = async (mutation: string, input: Record<string, unknown>, viewer = this.coordinator): Promise<ToldBatch> => {
    const source = `mutation($input: ${INPUTS[mutation] ?? 'ImportVersionInput'}!) { ${mutation}(input: $input) ${ANSWER} }`;
    const answered = await this.app.query<Record<string, ToldBatch>>(source, { input }, { viewer });
    if (!answered.data) throw new Error(JSON.stringify(answered.errors));
    return answered.data[mutation]!;
  };

  /** Sends a table and has it compared, its columns as they were guessed. */
  readonly compare = async (text: string, fields?: string[]): Promise<ToldBatch> => {
    const id = await this.send(text);
    const { version, columns } = await this.show(id);
    const begun = await this.act('matchImportColumns', {
      id,
      expectedVersion: version,
      fields: fields ?? columns.map(({ field }) => field ?? ''),
      defaultKind: 'COMPANY',
    });
    if (begun.__typename !== 'ImportBatch') throw new Error(begun.code);
    await this.app.get(ImportRuns).run(id);
    return this.show(id);
  };

  readonly commit = async ({ id, version }: ToldBatch): Promise<ToldBatch> => {
    const begun = await this.act('commitImport', { id, expectedVersion: version, sourceNote: 'Liste der Kammer' });
    if (begun.__typename !== 'ImportBatch') throw new Error(begun.code);
    await this.app.get(ImportRuns).run(id);
    return this.show(id);
  };

  readonly undo = async ({ id, version }: ToldBatch): Promise<ToldBatch> => {
    await this.act('undoImport', { id, expectedVersion: version });
    await this.app.get(ImportRuns).run(id);
    return this.show(id);
  };

  /** Each row as its line, its fate, and what is said of it. */
  readonly told = async (id: Id) =>
    (await this.rows(id)).map(({ line, fate, problems }) => [line, fate, ...problems.map(({ field, code }) => `${field} ${code}`)]);
}

export const counted = ({ counts }: ToldBatch) => Object.fromEntries(counts.map(({ fate, count }) => [fate, count]));
