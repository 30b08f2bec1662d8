import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { OutcomeRepository } from './outcome.repository';

/** By this later rooms tell what came of suggestions, in the transaction in which it happens. */
@Injectable()
export class OutcomeTeller {
  constructor(private readonly outcomes: OutcomeRepository) {}

  /** An organisation asked for a contact with another one or for an introduction to it: it took up what it was suggested. */
  accepted(tx: Tx, byId: Id, otherId: Id, on: LocalDate): Promise<void> {
    return this.outcomes.noteAccepted(tx, byId, otherId, on);
  }

  /** Both agreed to an introduction, whoever was suggested to whom. */
  introduced(tx: Tx, pair: readonly [Id, Id], on: LocalDate): Promise<void> {
    return this.outcomes.noteIntroduced(tx, pair, on);
  }
}
