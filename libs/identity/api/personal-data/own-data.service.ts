import { Inject, Injectable } from '@nestjs/common';
import { checkMailAddress, erasesForOthers, type Viewer } from '@knotenpunkt/identity/domain';
import { BACKUPS_KEPT_DAYS, fill, newId, type Clock, type Id } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { byTable, factsOf, fateOf, type Fact, type Fate, type HeldTable, type Writing } from './in-words';
import { OwnDataRepository } from './own-data.repository';
import { writeArchive } from './own-data-archive';
import { registeredPersonalData } from './registry';

/** So many rows of a table are shown; the file has more. */
const SHOWN = 20;
/** So many of each table are in the file. */
const TAKEN = 20_000;

/** What one table holds of a person, in words. */
export interface OwnDataSection {
  table: string;
  title: string;
  purpose: string;
  kept: string;
  fate: Fate;
  /** Why it stays; empty where it goes. */
  stays: string;
  correctedAt: string | null;
  total: number;
  entries: { facts: Fact[]; actorId: Id | null }[];
}

/** What is held on a person, for that person. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly held: OwnDataRepository,
    private readonly regions: RegionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Room by room, in words; the newest of each. */
  async sections(viewer: Viewer, region: Region, language: Language): Promise<OwnDataSection[]> {
    const tables = await this.tablesOf(viewer, SHOWN);
    return tables === null ? [] : this.inWords(tables, region, language);
  }

  private async inWords(tables: readonly HeldTable[], region: Region, language: Language): Promise<OwnDataSection[]> {
    const named = (await this.regions.all()).map(({ id, nameDe, nameEn }) => [id, language === 'de' ? nameDe : nameEn] as const);
    const writing: Writing = { language, timeZone: region.timeZone, regions: new Map(named) };
    return tables.map((one) => sectionOf(one, writing));
  }

  /** What stands under a mail address of somebody without an account, in the same words; null: there is an account, or the viewer may not look. */
  async sectionsAt(viewer: Viewer, region: Region, email: string, language: Language): Promise<OwnDataSection[] | null> {
    const address = checkMailAddress(email);
    if (!erasesForOthers(viewer)) return null;
    if (!address.ok) return [];
    if (await this.held.hasAccount(address.value)) return null;
    const keys = { id: newId(), name: '', email: address.value };
    return this.inWords(byTable(registeredPersonalData(), await this.held.rows(keys, SHOWN)), region, language);
  }

  /** Everything as a ZIP of JSON and CSV; null for nobody. */
  async archive(viewer: Viewer, language: Language): Promise<Buffer | null> {
    const tables = await this.tablesOf(viewer, TAKEN);
    return tables && writeArchive(tables, { language, takenAt: this.clock.now(), backupsKeptDays: BACKUPS_KEPT_DAYS });
  }

  private async tablesOf({ personId }: Viewer, most: number): Promise<HeldTable[] | null> {
    const person = personId === null ? null : await this.held.person(personId);
    return person && byTable(registeredPersonalData(), await this.held.rows(person, most));
  }
}

function sectionOf({ room, table, rows, total, held }: HeldTable, writing: Writing): OwnDataSection {
  const texts = room.texts[writing.language];
  const { purpose, kept } = texts.processings[rows.processing]!;
  const { title, stays = '' } = texts.tables[table]!;
  return {
    table,
    title,
    purpose,
    kept: fill(kept, { days: String(room.processings[rows.processing]!.days ?? '') }),
    fate: fateOf(rows),
    stays,
    correctedAt: rows.correctedAt ?? null,
    total,
    entries: held.map((row) => ({
      facts: factsOf(rows, row, texts, writing),
      actorId: rows.actor === undefined ? null : ((row[rows.actor] as Id | null) ?? null),
    })),
  };
}
