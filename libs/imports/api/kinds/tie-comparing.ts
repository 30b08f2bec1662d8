import { Inject, Injectable } from '@nestjs/common';
import { pairOf } from '@knotenpunkt/actors/domain';
import { readTie, tieTarget, type ListedTie, type Refers } from '@knotenpunkt/imports/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from '../table/batch.repository';
import { RowRepository, type ReadRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownTies } from './known-ties';
import { ReferringComparing, type Meant, type ReferringRow, type ResolvedRow } from './referring-comparing';

/** The dry run for ties between two organisations. */
@Injectable()
export class TieComparing extends ReferringComparing<ListedTie> {
  /** One tie a pair. */
  protected override readonly single = true;

  constructor(
    rows: RowRepository,
    actors: NamedActors,
    private readonly ties: KnownTies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(rows, actors);
  }

  protected read(region: Region, batch: StoredBatch, rows: readonly ReadRow[]): Promise<ReferringRow<ListedTie>[]> {
    const today = this.clock.today(region.timeZone);
    return Promise.resolve(
      rows.map((row) => {
        const { said, problems, from, to } = readTie(row.cells, batch.fields, today);
        return { row, said, problems, references: { from, to } };
      }),
    );
  }

  protected identityOf(_said: ListedTie, refers: Refers): string {
    return pairOf(endsOf(refers));
  }

  protected async meant(
    tx: Tx,
    region: Region,
    _batch: StoredBatch,
    rows: readonly (ResolvedRow<ListedTie> & { refers: Refers })[],
  ): Promise<Meant[]> {
    const known = await this.ties.between(
      tx,
      region.id,
      rows.map(({ refers }) => endsOf(refers)),
    );
    return rows.map(({ said, refers }) => {
      const ends = endsOf(refers);
      const problems = ends.fromId === ends.toId ? [{ field: 'to', code: 'TIE_TO_ITSELF' }] : [];
      return { target: tieTarget(said, known.get(pairOf(ends))), candidates: [], problems };
    });
  }
}

/** Between whom a row says there is a tie. */
export function endsOf(refers: Refers): { fromId: Id; toId: Id } {
  return { fromId: refers['from'] as Id, toId: refers['to'] as Id };
}
