import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ActorListing } from '@knotenpunkt/actors/api';
import { listedFromRegister } from '@knotenpunkt/actors/domain';
import {
  consortiumOf,
  H2020,
  organisationOf,
  participationOf,
  projectOf,
  regionOfH2020,
  type Project,
  type Row,
  type RowCode,
} from '@knotenpunkt/imports/domain';
import type { RegisteredProject } from '@knotenpunkt/initiatives/domain';
import { InitiativeIntake } from '@knotenpunkt/initiatives/api';
import { idFrom, type Refusal, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { rowsOf } from './csv-rows';
import { ImportRefused, type ImportHearer, type ImportReport, type TableName } from './import-report';
import { ImportRepository, type StagedParticipant } from './import.repository';

/** Rows that are written in one transaction. A kill loses at most as many. */
const BATCH = 500;

interface Run {
  folder: string;
  region: Region;
  /** When it began, by the clock of the database. */
  since: Date;
  hearer: ImportHearer;
  report: ImportReport;
  signal: AbortSignal | undefined;
}

interface Read<Value> {
  line: number;
  value: Value;
}

/**
 * Loads the tables of Horizon 2020 into a region. Batch by batch: what was written stays when it is killed, and the next
 * run goes on there, because every row is known by its foreign id.
 */
@Injectable()
export class H2020ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly regions: RegionService,
    private readonly actors: ActorListing,
    private readonly initiatives: InitiativeIntake,
    private readonly imports: ImportRepository,
  ) {}

  /** Gives what became of the rows. Throws `ImportRefused` or `TableError` before anything is written. */
  async run(folder: string, slug: string, hearer: ImportHearer, signal?: AbortSignal): Promise<ImportReport> {
    for (const { name, columns } of Object.values(H2020.files)) await this.mayRead(join(folder, name), columns);
    const region = await this.regionFor(slug);
    const since = await this.unitOfWork.run(async (tx) => {
      await this.imports.clearStage(tx);
      return this.imports.now(tx);
    });
    const none = () => ({ added: 0, known: 0, left: 0 });
    const report = { actors: none(), projects: none(), participations: none() };
    const run: Run = { folder, region, since, hearer, report, signal };
    await this.stageParticipations(run);
    await this.loadActors(run);
    await this.loadProjects(run);
    await this.tellLost(run);
    await this.unitOfWork.run((tx) => this.imports.clearStage(tx));
    return report;
  }

  private async mayRead(file: string, columns: readonly string[]): Promise<void> {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile())
      throw new ImportRefused(`There is no file ${file}. The folder must hold actors.csv, projects.csv and participations.csv.`);
    for await (const row of rowsOf(file, columns)) return void row;
  }

  private async regionFor(slug: string): Promise<Region> {
    const described = regionOfH2020(slug);
    const region = await this.regions.setUp(described);
    if (region.sourceNote !== described.sourceNote)
      throw new ImportRefused(`The region ${slug} holds something else. Name another one, which will be set up: --region h2020`);
    return region;
  }

  private async stageParticipations(run: Run): Promise<void> {
    for await (const batch of this.batches(run, 'participations', participationOf)) {
      const taken = await this.unitOfWork.run((tx) =>
        this.imports.stage(
          tx,
          batch.map(({ line, value }) => ({ ...value, line })),
        ),
      );
      for (const { line, value } of batch) {
        if (!taken.has(line))
          this.leave(run, 'participations', line, { code: 'KEY_TWICE', params: { key: `${value.actorKey} in ${value.projectKey}` } });
      }
    }
  }

  private async loadActors(run: Run): Promise<void> {
    const { region } = run;
    for await (const batch of this.batches(run, 'actors', organisationOf)) {
      await this.unitOfWork.run(async (tx) => {
        const fresh = await this.fresh(tx, run, 'actors', batch, ({ value }) => ({ key: value.key, said: value }));
        const rows = fresh.map(({ value: { key, ...told }, digest }) => ({
          key,
          digest,
          told: { ...told, id: idFrom(region.slug, 'actor', key) },
        }));
        if (rows.length === 0) return;
        await this.actors.load(
          tx,
          region,
          rows.map(({ told }) => listedFromRegister({ ...told, sourceNote: H2020.note })),
        );
        const from = { regionId: region.id, source: H2020.source, aggregate: 'actor' };
        await this.imports.remember(
          tx,
          from,
          rows.map(({ key, digest, told }) => ({ key, digest, id: told.id })),
        );
      });
    }
  }

  private async loadProjects(run: Run): Promise<void> {
    const { region } = run;
    const from = { regionId: region.id, source: H2020.source };
    for await (const batch of this.batches(run, 'projects', projectOf)) {
      await this.unitOfWork.run(async (tx) => {
        const staged = await this.imports.participants(
          tx,
          from,
          batch.map(({ value }) => value.key),
        );
        const of = Map.groupBy(staged, ({ projectKey }) => projectKey);
        const said = ({ value }: Read<Project>) => ({
          key: value.key,
          said: [value, of.get(value.key)?.map(({ id, leads }) => [id, leads])],
        });
        const fresh = await this.fresh(tx, run, 'projects', batch, said);
        const added = new Set(fresh.map(({ value }) => value.key));
        run.report.participations.known += staged.filter(({ projectKey, id }) => id !== null && !added.has(projectKey)).length;
        const rows = fresh.flatMap((read) => this.withConsortium(run, read, of.get(read.value.key) ?? []));
        if (rows.length === 0) return;
        await this.initiatives.load(
          tx,
          region,
          rows.map(({ told }) => told),
          H2020.asOf,
        );
        await this.imports.remember(
          tx,
          { ...from, aggregate: 'initiative' },
          rows.map(({ key, digest, told }) => ({ key, digest, id: told.id })),
        );
      });
    }
  }

  /** The project with those who carry it out, in a list of one; an empty list where nobody does. */
  private withConsortium(
    run: Run,
    { line, value: { key, ...told }, digest }: Read<Project> & { digest: string },
    staged: readonly StagedParticipant[],
  ): { key: string; digest: string; told: RegisteredProject }[] {
    const consortium = consortiumOf(staged.flatMap(({ id, leads }) => (id === null ? [] : [{ id, leads }])));
    if (!consortium.ok) {
      run.report.projects.added -= 1;
      this.leave(run, 'projects', line, { ...consortium.refusal, params: { key } });
      return [];
    }
    const { odd, ...parties } = consortium.value;
    if (odd) this.problem(run, 'projects', line, { code: odd, params: { key } }, false);
    run.report.participations.added += parties.partnerIds.length + 1;
    return [{ key, digest, told: { ...told, ...parties, id: idFrom(run.region.slug, 'initiative', key), sourceNote: H2020.note } }];
  }

  /** Participations that were not taken because their project or their organisation was not. */
  private async tellLost(run: Run): Promise<void> {
    const from = { regionId: run.region.id, source: H2020.source, limit: BATCH };
    for (let after = 0; ;) {
      const lost = await this.unitOfWork.run((tx) => this.imports.lost(tx, { ...from, after }));
      for (const { line, projectKey, actorKey, hasActor } of lost) {
        const refusal = hasActor
          ? { code: 'PROJECT_UNKNOWN' as const, params: { key: projectKey } }
          : { code: 'ACTOR_UNKNOWN' as const, params: { key: actorKey } };
        this.leave(run, 'participations', line, refusal);
      }
      if (lost.length < BATCH) return;
      after = lost.at(-1)!.line;
    }
  }

  /** The rows that were never taken, counted as added; the others are counted, and told where they say something new. */
  private async fresh<Value>(
    tx: Tx,
    run: Run,
    table: 'actors' | 'projects',
    batch: readonly Read<Value>[],
    identify: (read: Read<Value>) => { key: string; said: unknown },
  ): Promise<(Read<Value> & { digest: string })[]> {
    const rows = batch.map((read) => ({ read, ...identify(read) }));
    const from = { regionId: run.region.id, source: H2020.source, since: run.since };
    const found = await this.imports.known(
      tx,
      from,
      rows.map(({ key }) => key),
    );
    const known = new Map(found.map((row) => [row.key, row]));
    const seen = new Set<string>();
    const count = run.report[table];
    return rows.flatMap(({ read, key, said }) => {
      const before = known.get(key);
      if (seen.has(key) || before?.now) {
        this.leave(run, table, read.line, { code: 'KEY_TWICE', params: { key } });
        return [];
      }
      seen.add(key);
      const digest = digestOf(said);
      if (!before) {
        count.added += 1;
        return [{ ...read, digest }];
      }
      count.known += 1;
      if (before.digest !== digest) this.problem(run, table, read.line, { code: 'CHANGED', params: { key } }, false);
      return [];
    });
  }

  /** The rows of a table that can be taken, some hundred at a time. */
  private async *batches<Value>(run: Run, table: TableName, read: (row: Row) => Result<Value, RowCode>): AsyncGenerator<Read<Value>[]> {
    const { name, columns } = H2020.files[table];
    const file = join(run.folder, name);
    const total = (await stat(file)).size;
    let batch: Read<Value>[] = [];
    for await (const { line, row, refusal, bytes } of rowsOf(file, columns)) {
      const result = row ? read(row) : ({ ok: false, refusal: refusal! } as const);
      if (result.ok) batch.push({ line, value: result.value });
      else this.leave(run, table, line, result.refusal);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
      run.hearer.progress(name, bytes, total);
      run.signal?.throwIfAborted();
    }
    if (batch.length > 0) yield batch;
    run.hearer.progress(name, total, total);
  }

  private leave(run: Run, table: TableName, line: number, refusal: Refusal<RowCode>): void {
    run.report[table].left += 1;
    this.problem(run, table, line, refusal, true);
  }

  private problem(run: Run, table: TableName, line: number, refusal: Refusal<RowCode>, left: boolean): void {
    run.hearer.problem({ file: H2020.files[table].name, line, refusal, left });
  }
}

function digestOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}
