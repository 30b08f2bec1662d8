import { Injectable } from '@nestjs/common';
import {
  changedFields,
  comparedFields,
  ENTRY_FIELDS,
  PROFILE_FIELDS,
  seesHistory,
  type ComparedField,
  type HistoryField,
  type KeptVersion,
} from '@knotenpunkt/actors/domain';
import { PersonNames } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, toPage, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { VersionRepository, type KeptEntry, type Versioned } from './version.repository';

/** A version as it is listed. */
export interface ListedVersion extends Pick<KeptVersion, 'version' | 'at' | 'act'> {
  /** Null: nobody with an account, somebody who is gone, or not known. */
  personName: string | null;
  /** In what it differs from the one before it. */
  changed: HistoryField[];
}

const fieldsOf = ({ entryId }: Versioned): readonly HistoryField[] => (entryId === null ? PROFILE_FIELDS : ENTRY_FIELDS);

/** What organisations said before, for those who work with their entries. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly versions: VersionRepository,
    private readonly names: PersonNames,
  ) {}

  /** The versions of a Steckbrief, an offer or a need, the newest first. */
  async page(viewer: Viewer, region: Region, of: Versioned, { first, after }: PageRequest): Promise<Page<ListedVersion>> {
    const cursor = after ? decodeCursor(after) : null;
    const before = cursor === null ? null : Number.parseInt(cursor[0], 10) || null;
    // One more than the page and its surplus row: what the last of them changed is told by the one before it.
    const rows = seesHistory(viewer, of.actorId) ? await this.versions.page(region.id, of, before, first + 2) : [];
    const names = await this.names.of(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    const listed = rows.map(({ version, at, act, personId, said }, index): ListedVersion => ({
      ...{ version, at, act },
      personName: personId === null ? null : (names.get(personId) ?? null),
      changed: changedFields(fieldsOf(of), rows[index + 1]?.said ?? null, said),
    }));
    return toPage(listed.slice(0, first + 1), first, ({ version }) => [String(version), of.entryId ?? of.actorId]);
  }

  /** Two versions part by part; null where one of them is not there or the viewer may not see them. */
  async compare(viewer: Viewer, region: Region, of: Versioned, [older, newer]: readonly [number, number]): Promise<ComparedField[] | null> {
    const rows = seesHistory(viewer, of.actorId) ? await this.versions.some(region.id, of, [older, newer]) : [];
    const saidIn = (version: number) => rows.find((row) => row.version === version)?.said;
    const [before, after] = [saidIn(older), saidIn(newer)];
    return before && after ? comparedFields(fieldsOf(of), before, after) : null;
  }

  /** All offers and needs an organisation ever had, at most 200. */
  async entriesOf(viewer: Viewer, region: Region, actorId: Id): Promise<KeptEntry[]> {
    return seesHistory(viewer, actorId) ? this.versions.entriesOf(region.id, actorId) : [];
  }
}
