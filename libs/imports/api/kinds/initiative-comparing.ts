import { Injectable } from '@nestjs/common';
import {
  initiativeIdentity,
  initiativeMeant,
  initiativeProblems,
  initiativeTarget,
  readListedInitiative,
  type ListedInitiative,
  type Refers,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from '../table/batch.repository';
import { RowRepository, type ReadRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownInitiatives } from './known-initiatives';
import { ReferringComparing, type Meant, type ReferringRow, type ResolvedRow } from './referring-comparing';

/** The dry run for Vorhaben. */
@Injectable()
export class InitiativeComparing extends ReferringComparing<ListedInitiative> {
  constructor(
    rows: RowRepository,
    actors: NamedActors,
    private readonly initiatives: KnownInitiatives,
  ) {
    super(rows, actors);
  }

  protected async read(_region: Region, batch: StoredBatch, rows: readonly ReadRow[]): Promise<ReferringRow<ListedInitiative>[]> {
    const known = await loadCompetences();
    return rows.map((row) => {
      const { said, problems, lead, partners } = readListedInitiative(row.cells, batch.fields, known);
      return { row, said, problems, references: { lead, partners } };
    });
  }

  protected identityOf({ text }: ListedInitiative, refers: Refers): string {
    return initiativeIdentity(refers['lead'] as Id, text.title);
  }

  protected async meant(
    tx: Tx,
    region: Region,
    _batch: StoredBatch,
    rows: readonly (ResolvedRow<ListedInitiative> & { refers: Refers })[],
  ): Promise<Meant[]> {
    const competences = await loadCompetences();
    const known = await this.initiatives.near(tx, region.id, {
      leadIds: [...new Set(rows.map(({ refers }) => refers['lead'] as Id))],
      titles: [...new Set(rows.map(({ said }) => said.text.title))],
    });
    return rows.map(({ row, said, refers }) => {
      const decided = row.decision === 'SAME' ? known.find(({ id }) => id === row.decidedId) : undefined;
      const { target, candidates } = decided
        ? { target: decided, candidates: [] }
        : initiativeMeant(said.text.title, refers['lead'] as Id, known);
      if (target === null || row.decision === 'NOT_SAME') return { target: null, candidates, problems: said.missing };
      return { target: initiativeTarget(said, target), candidates, problems: initiativeProblems(said, target, competences) };
    });
  }
}
