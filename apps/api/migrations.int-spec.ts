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
    ORDER BY 1`);
  return rows.map(({ told }) => told);
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

describe('migrations on a filled database', () => {
  let place: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    place = await createTestDatabase();
    const rows = await createDataSource(place.url, { entities: registeredEntities() }).initialize();
    const app = await NestFactory.create(AppModule.forRoot(readConfiguration({ LOG_LEVEL: 'silent' }), place.url, rows), { logger: false });
    await app.init();
    await app.get(RegionSeeds).loadMissing({ examples: true });
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

  it('go down one by one, each once more up and down, and all up again to the same schema', async () => {
    const filled: { count: number }[] = await database.query('SELECT count(*)::int AS count FROM actor');
    expect(filled[0]!.count).toBeGreaterThan(50);
    const before = await schemaOf(database);
    const names = migrations.map(({ name }) => name);
    for (const name of names.toReversed()) {
      const full = await schemaOf(database);
      await database.undoLastMigration({ transaction: 'each' });
      const without = await schemaOf(database);
      const again = await database.runMigrations({ transaction: 'each' });
      expect(again.map((one) => one.name)).toEqual([name]);
      expect(await schemaOf(database)).toEqual(full);
      await database.undoLastMigration({ transaction: 'each' });
      expect(await schemaOf(database)).toEqual(without);
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
  });
});
