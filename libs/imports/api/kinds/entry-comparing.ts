import { Inject, Injectable } from '@nestjs/common';
import {
  entryChanges,
  entryIdentity,
  entryMeant,
  entryProblems,
  readEntry,
  roomForEntries,
  withdrawnProblems,
  type CellProblem,
  type KnownEntry,
  type ListedEntry,
  type Refers,
} from '@knotenpunkt/imports/domain';
import { type Clock, type Id } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from '../table/batch.repository';
import { LAST_LINE } from '../table/last-line';
import { RowRepository, type ReadRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownEntries } from './known-entries';
import { ReferringComparing, type Meant, type ReferringRow, type ResolvedRow } from './referring-comparing';

/** The dry run for offers and for needs. */
@Injectable()
export class EntryComparing extends ReferringComparing<ListedEntry> {
  constructor(
    rows: RowRepository,
    actors: NamedActors,
    private readonly entries: KnownEntries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(rows, actors);
  }

  protected async read(region: Region, batch: StoredBatch, rows: readonly ReadRow[]): Promise<ReferringRow<ListedEntry>[]> {
    const about = { known: await loadCompetences(), today: this.clock.today(region.timeZone) };
    return rows.map((row) => {
      const { said, problems, actor } = readEntry(row.cells, batch.fields, about);
      return { row, said, problems, references: { actor } };
    });
  }

  protected identityOf(said: ListedEntry, refers: Refers): string {
    return entryIdentity(refers['actor'] as Id, said);
  }

  protected async meant(
    tx: Tx,
    region: Region,
    batch: StoredBatch,
    rows: readonly (ResolvedRow<ListedEntry> & { refers: Refers })[],
  ): Promise<Meant[]> {
    const actorIds = [...new Set(rows.map(({ refers }) => refers['actor'] as Id))];
    const all = await this.entries.of(tx, region.id, { actorIds, direction: batch.kind === 'OFFERS' ? 'OFFER' : 'NEED' });
    return rows.map(({ row, said, refers }) => {
      const entries = all.get(refers['actor'] as Id) ?? [];
      const decided = row.decision === 'SAME' ? entries.find(({ id, state }) => id === row.decidedId && state === 'OPEN') : undefined;
      const { target, candidates } = decided ? { target: decided, candidates: [] } : entryMeant(said, entries);
      if (target === null || row.decision === 'NOT_SAME') return { target: null, candidates, conflicts: withdrawnProblems(said, entries) };
      return { target: targetOf(said, target), candidates, problems: entryProblems(said, target) };
    });
  }

  protected override async room(
    tx: Tx,
    batch: StoredBatch,
    rows: readonly ResolvedRow<ListedEntry>[],
  ): Promise<(refers: Refers) => CellProblem | null> {
    const actorIds = [...new Set(rows.flatMap(({ refers }) => (refers ? [refers['actor'] as Id] : [])))];
    const open = await this.entries.open(tx, actorIds);
    const lines = rows.map(({ row }) => row.line);
    // What an earlier comparing said of later rows does not hold any more while the table is compared anew.
    const upTo = batch.state === 'COMPARING' ? Math.max(0, ...lines) : LAST_LINE;
    const coming = await this.rows.coming(tx, batch.id, { actorIds, upTo, except: lines });
    const room = roomForEntries(new Map(actorIds.map((id) => [id, (open.get(id) ?? 0) + (coming.get(id) ?? 0)])));
    return (refers) => room(refers['actor'] as Id);
  }
}

/** What an organisation said of its own entry, or confirmed, counts more than a table. */
function targetOf(said: ListedEntry, entry: KnownEntry): Meant['target'] {
  const { id, version, confirmedOn, actorName } = entry;
  return { id, version, changes: entryChanges(said, entry), ownWordOf: confirmedOn === null ? null : actorName };
}
