import { NestFactory } from '@nestjs/core';
import { migrations } from '@knotenpunkt/migrations';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { createDataSource, registeredEntities } from '@knotenpunkt/platform/database';
import { createTestDatabase, type TestDatabase } from '@knotenpunkt/platform/testing';
import { RegionSeeds } from '@knotenpunkt/regions/api';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';

const SCHEMAS = `n.nspname IN ('public', 'auth')`;

/** Columns, constraints, indexes and views, as text one can compare. */
async function schemaOf(database: DataSource): Promise<string[]> {
  const rows: { told: string }[] = await database.query(`
    SELECT concat_ws(' ', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
        pg_get_expr(d.adbin, d.adrelid)) AS told
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'p') AND ${SCHEMAS}
    UNION ALL SELECT concat_ws(' ', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
      FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE ${SCHEMAS}
    UNION ALL SELECT indexdef FROM pg_indexes n WHERE n.schemaname IN ('public', 'auth')
    UNION ALL SELECT concat_ws(' ', viewname, definition) FROM pg_views n WHERE n.schemaname IN ('public', 'auth')
    UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND ${SCHEMAS}
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prokind = 'f' AND ${SCHEMAS} AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1`);
  return rows.map(({ told }) => told);
}

/** A hash of the values of every column, in the order of the key of its table: `public.actor.name` → hash. */
async function contentOf(database: DataSource): Promise<Map<string, string>> {
  const tables: { name: string; columns: string[]; key: string[] }[] = await database.query(`
    SELECT n.nspname || '.' || c.relname AS name,
      (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.relname <> 'migrations' AND ${SCHEMAS}`);
  const content = new Map<string, string>();
  for (const { name, columns, key } of tables) {
    const order = key.map((column) => `"${column}"::text COLLATE "C"`).join(', ');
    const hashes = columns.map(
      (column) => `md5(coalesce(string_agg(coalesce("${column}"::text, '∅'), '|' ORDER BY ${order}), '')) AS "${column}"`,
    );
    const [row] = (await database.query(`SELECT ${hashes.join(', ')} FROM ${name}`)) as [Record<string, string>];
    for (const [column, hash] of Object.entries(row)) content.set(`${name}.${column}`, hash);
  }
  return content;
}

/** What is gone in the later content, and what stayed but says something else; a table that is gone whole is named once. */
function lossOf(before: Map<string, string>, after: Map<string, string>): { gone: string[]; changed: string[] } {
  const tableOf = (column: string) => column.slice(0, column.lastIndexOf('.'));
  const left = new Set([...after.keys()].map(tableOf));
  const gone = [...before.keys()]
    .filter((column) => !after.has(column))
    .map((column) => (left.has(tableOf(column)) ? column : tableOf(column)));
  const changed = [...before].filter(([column, hash]) => after.has(column) && after.get(column) !== hash).map(([column]) => column);
  return { gone: [...new Set(gone)].sort(), changed: changed.sort() };
}

/** Where the entities of the rooms and the migrated tables say different things, in words; empty: nowhere. */
async function driftOf(database: DataSource): Promise<string[]> {
  const rows: { table: string; column: string; type: string; nullable: boolean; filled: boolean }[] = await database.query(`
    SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
        (a.atthasdef OR a.attidentity <> '') AS filled
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND n.nspname = 'public'`);
  return database.entityMetadatas.flatMap(({ tableName, columns }) => {
    const found = rows.filter(({ table }) => table === tableName);
    if (found.length === 0) return [`${tableName}: no such table`];
    const ofEntity = columns.flatMap((column) => {
      const name = `${tableName}.${column.databaseName}`;
      const row = found.find((one) => one.column === column.databaseName);
      if (!row) return [`${name}: no such column`];
      const type = database.driver.normalizeType(column) + (column.isArray ? '[]' : '');
      return [
        ...(row.type === type ? [] : [`${name}: ${type} in the entity, ${row.type} in the table`]),
        ...(row.nullable === column.isNullable ? [] : [`${name}: may ${row.nullable ? '' : 'not '}be null in the table`]),
      ];
    });
    const unknown = found.filter((row) => !row.nullable && !row.filled && !columns.some((one) => one.databaseName === row.column));
    return [...ofEntity, ...unknown.map(({ column }) => `${tableName}.${column}: must be filled, and the entity does not know it`)];
  });
}

/**
 * What an older version has no place for: tables, or columns of tables that stay. They come back empty. Of `changed` the older
 * version knows the column, but not every value. Whatever is not named here stays as it was.
 */
const LOST: Record<string, { gone?: string[]; changed?: string[] }> = {
  CreatePlatform20261125020000: { gone: ['public.graph_fact', 'public.outbox', 'public.outgoing_mail'] },
  CreateRegions20261125020010: { gone: ['public.region'] },
  CreateIdentity20261125020020: {
    gone: [
      'auth.account',
      'auth.session',
      'auth.user',
      'auth.verification',
      'public.act',
      'public.coordinator',
      'public.mandate',
      'public.platform_administrator',
    ],
  },
  CreateActors20261125020040: {
    gone: ['public.actor', 'public.actor_contact', 'public.actor_slug', 'public.declared_tie', 'public.entry', 'public.membership'],
  },
  CreateAgreements20261125020050: { gone: ['public.commitment', 'public.consent_answer', 'public.consent_round'] },
  CreateInitiatives20261125020060: { gone: ['public.event', 'public.event_participation', 'public.initiative', 'public.participation'] },
  CreateChallenges20261125020070: { gone: ['public.challenge'] },
  CreateAlliances20261125020080: { gone: ['public.alliance', 'public.alliance_member', 'public.alliance_milestone'] },
  CreateNetwork20261125020090: { gone: ['public.network_snapshot'] },
  CreateCoordination20261125020097: { gone: ['public.contact_request'] },
  RememberErasedAddresses20261128182000: { gone: ['public.erased_address'] },
  // What was hidden is seen again.
  HideEntries20261128181000: { gone: ['public.hidden_subject'] },
  CreateMatching20261126221500: { gone: ['public.match_dismissal'] },
  CreateBackup20261127024000: { gone: ['public.backup'] },
  EndSessions20261127032000: { gone: ['auth.attempt'] },
  NoteSourceOfInitiatives20261127033000: { gone: ['public.initiative.source_note'] },
  CreateImports20261127033010: { gone: ['public.external_id', 'public.imported_participation'] },
  CreateNotices20261127034000: { gone: ['public.mail_question', 'public.mandate_request'] },
  // An invitation nobody answered becomes one that was declined.
  LetInvitationsEnd20261127034010: { gone: ['public.participation.answer_by'], changed: ['public.participation.state'] },
  CreateFollowing20261127040000: { gone: ['public.act.themes', 'public.following', 'public.reader'] },
  // A draft becomes an idea.
  LetDraftsWait20261127042000: { changed: ['public.initiative.state'] },
  RememberLanguage20261127043000: { gone: ['auth.user.language'] },
  KeepFiles20261127044000: { gone: ['public.actor.logo_hash', 'public.file'] },
  BlockPersons20261127045000: { gone: ['public.person_block'] },
  NameEmployeesSide20261127046000: { gone: ['public.alliance.employees_note'] },
  AddNextSteps20261127046010: { gone: ['public.commitment.next_step'] },
  CallOffAlliances20261127046020: {
    gone: ['public.alliance.call_off_reason', 'public.alliance.called_off_on'],
    changed: ['public.alliance.state'],
  },
  ReviewAlliances20261127046030: { gone: ['public.alliance_member.stance', 'public.alliance_review'] },
  LetActorsNotBeProposed20261127050000: { gone: ['public.actor.proposable'] },
  CreateIntroductions20261127050010: { gone: ['public.introduction', 'public.introduction_side'] },
  TakePromisesFromOutside20261127052000: {
    gone: ['public.commitment.said_outside_on', 'public.commitment.said_outside_way', 'public.outside_promise'],
  },
  KeepMeanings20261127053000: { gone: ['public.matching_anchor', 'public.matching_text', 'public.matching_vector'] },
  CreateThreads20261127060000: { gone: ['public.thread', 'public.thread_actor', 'public.thread_correction'] },
  LetActorsCorrectMatching20261127064000: { gone: ['public.match_correction', 'public.match_dismissal.person_id'] },
  SetRightWhatCoordinationHolds20261127064010: { gone: ['public.rectification'] },
  KeepOutcomes20261127063000: { gone: ['public.match_learned', 'public.match_outcome'] },
  GiveContributionsKinds20261127065000: {
    gone: ['alliance_member', 'commitment'].flatMap((table) =>
      ['amount', 'amount_unit', 'contribution_kind', 'from_on'].map((column) => `public.${table}.${column}`),
    ),
  },
  KeepCounterOffers20261127065100: { gone: ['public.alliance_offer'] },
  RememberEmployeesAsked20261127065200: { gone: ['public.alliance.employees_asked'] },
  LetMembersComeAndGo20261127066000: {
    gone: ['public.alliance_admission', 'public.alliance_departure', 'public.alliance_member.joined_on'],
  },
  LetAlliancesState20261127066010: { gone: ['public.alliance_stand', 'public.alliance_statement', 'public.alliance_task'] },
  // Made again from facts.
  KeepNetworkColumns20261127070000: {
    gone: ['public.network_delta', 'public.network_file', 'public.network_progress', 'public.network_version'],
  },
  KeepDocuments20261127066020: { gone: ['public.alliance_document'] },
  KeepThreadLists20261127061000: { gone: ['public.thread_list', 'public.thread_note'] },
  KeepTickets20261128050000: { gone: ['auth.ticket'] },
  TellSessions20261128050010: {
    gone: ['auth.session.browser', 'auth.session.secondFactor', 'auth.session.system', 'auth.session.usedAt'],
  },
  KeepSecondFactors20261128050020: { gone: ['auth.authenticator', 'auth.passkey', 'auth.recovery_code'] },
  TakeFactorsAway20261128050040: { gone: ['public.factor_removal'] },
  KeepNetworkViews20261127072000: {
    gone: ['public.network_note', 'public.network_round', 'public.network_round_stop', 'public.network_view', 'public.network_view_note'],
  },
  KeepLetters20261127061020: { gone: ['public.letter', 'public.letter_template'] },
  CreateModeration20261128090000: {
    gone: ['barrier_report', 'content_appeal', 'content_decision', 'content_report', 'content_report_link', 'duty_page_version'].map(
      (table) => `public.${table}`,
    ),
  },
  KeepAuditTrail20261128091000: { gone: ['public.audit_entry', 'public.audit_key'] },
  InviteToMandates20261128091010: { gone: ['public.mandate_invitation'] },
  RegisterOrganisations20261128091020: { gone: ['public.registration'] },
  KeepRegionOutlines20261128020000: { gone: ['public.region_outlines'] },
  KeepErasures20261128100000: { gone: ['public.erasure', 'public.outgoing_mail.leaves_nothing'] },
  KeepMeasures20261127071000: { gone: ['public.network_measure', 'public.network_measuring'] },
  TellSectorAndOccupations20261128060000: { gone: ['public.actor.occupations', 'public.actor.section', 'public.actor.sector'] },
  ImportTables20261128070000: { gone: ['import_batch', 'import_memory', 'import_row', 'import_trait'].map((table) => `public.${table}`) },
  KeepVersionsOfEntries20261128110010: { gone: ['public.actor_version', 'public.entry_version'] },
  AskWhetherEntriesAreRight20261128110000: {
    gone: ['public.confirmation_link', 'public.confirmation_period', 'public.confirmation_request'],
  },
  MergeActors20261128120000: {
    gone: [
      ...['actor.merged_into_id', 'actor_merge', 'actor_merge_move', 'duplicate_pair', 'import_trait.compared'].map(
        (name) => `public.${name}`,
      ),
    ],
  },
  SaveSearches20261128130000: { gone: ['public.saved_search'] },
  ProposeCompetences20261128130100: { gone: ['public.competence_word'] },
  NameEmployersOfCouncils20261128150000: { gone: ['public.actor.employer_id', 'public.registration.employer_id'] },
  ImportTies20261128140010: { gone: ['public.declared_tie.answered_as', 'public.declared_tie.source_note'] },
  ImportEntries20261128140000: {
    gone: [
      'public.entry.source_note',
      'public.import_row.choices',
      'public.import_row.refers',
      'public.import_trait.archived',
      'public.import_trait.short_key',
    ],
  },
  LetOrganisationsSucceed20261128170000: {
    gone: ['actor.closed_on', 'actor_merge.since_on', 'succession', 'succession_begin'].map((name) => `public.${name}`),
  },
};

describe('migrations on a filled database', () => {
  let place: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    place = await createTestDatabase();
    const rows = await createDataSource(place.url, { entities: registeredEntities() }).initialize();
    const app = await NestFactory.create(AppModule.forRoot(readConfiguration({ LOG_LEVEL: 'silent' }), place.url, rows), { logger: false });
    await app.init();
    await app.get(RegionSeeds).loadMissing({ examples: true });
    // What the example region does not have, and what an older version has no word for.
    await rows.query(`UPDATE initiative SET state = 'DRAFT' WHERE id = (SELECT id FROM initiative WHERE state = 'IDEA' LIMIT 1)`);
    await rows.query(
      `UPDATE participation SET state = 'UNANSWERED' WHERE initiative_id = (SELECT initiative_id FROM participation LIMIT 1)`,
    );
    await rows.query(
      `INSERT INTO alliance_review SELECT id, id, '2026-11-27', 'GO_ON', 'Weiter so.' FROM alliance WHERE state = 'ACTIVE' LIMIT 1`,
    );
    await rows.query(`UPDATE alliance SET state = 'CALLED_OFF', called_off_on = '2026-11-27' WHERE state = 'INVITING'`);
    await app.close();
    database = await createDataSource(place.url, { entities: registeredEntities(), migrations, slow: true }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await place.drop();
  });

  it('give the tables that the entities expect', async () => {
    expect(database.entityMetadatas.length).toBeGreaterThan(3);
    expect(await driftOf(database)).toEqual([]);
  });

  it('are missed when an entity is ahead of them', async () => {
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    const { tableName } = database.entityMetadatas.find((one) => one.tableName === 'contact_request')!;
    await runner.query(`ALTER TABLE ${tableName} DROP COLUMN message, ALTER COLUMN name DROP NOT NULL, ADD COLUMN more text NOT NULL`);
    const drift = await driftOf({
      ...database,
      query: runner.query.bind(runner),
      entityMetadatas: database.entityMetadatas,
      driver: database.driver,
    } as never);
    await runner.rollbackTransaction();
    await runner.release();
    expect(drift).toEqual([
      'contact_request.name: may be null in the table',
      'contact_request.message: no such column',
      'contact_request.more: must be filled, and the entity does not know it',
    ]);
  });

  it('go down one by one, each once more up and down, and all up again to the same schema, and lose nothing they need not', async () => {
    const filled: { count: number }[] = await database.query('SELECT count(*)::int AS count FROM actor');
    expect(filled[0]!.count).toBeGreaterThan(50);
    const before = await schemaOf(database);
    const names = migrations.map(({ name }) => name);
    for (const name of names.toReversed()) {
      const full = await schemaOf(database);
      const filledWith = await contentOf(database);
      await database.undoLastMigration({ transaction: 'each' });
      const without = await schemaOf(database);
      const kept = await contentOf(database);
      expect({ name, ...lossOf(filledWith, kept) }).toEqual({ name, gone: [], changed: [], ...LOST[name] });
      const again = await database.runMigrations({ transaction: 'each' });
      expect(again.map((one) => one.name)).toEqual([name]);
      expect(await schemaOf(database)).toEqual(full);
      expect(lossOf(kept, await contentOf(database))).toEqual({ gone: [], changed: [] });
      await database.undoLastMigration({ transaction: 'each' });
      expect(await schemaOf(database)).toEqual(without);
      expect(await contentOf(database)).toEqual(kept);
      // Only those not yet undone are to run when the next one is tried.
      database.migrations.splice(
        database.migrations.findIndex((one) => one.name === name),
        1,
      );
    }
    const left: { tablename: string }[] = await database.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(left.map(({ tablename }) => tablename)).toEqual(['migrations']);
    const fresh = await createDataSource(place.url, { migrations, slow: true }).initialize();
    expect((await fresh.runMigrations({ transaction: 'each' })).map(({ name }) => name)).toEqual(names);
    expect(await schemaOf(fresh)).toEqual(before);
    await fresh.destroy();
  }, 240_000);
});
