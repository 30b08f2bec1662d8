import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { OutcomeRepository } from './outcome.repository';

/** By this later rooms tell what came of suggestions, in the transaction in which it happens. */
@Injectable()
export class OutcomeTeller {
  constructor(private readonly outcomes: OutcomeRepository) {}

  /** One of the two asked for a contact or an introduction. */
  accepted(tx: Tx, pair: readonly [Id, Id], on: LocalDate): Promise<void> {
    return this.outcomes.note(tx, pair, 'ACCEPTED', on);
  }

  /** Both agreed to an introduction. */
  introduced(tx: Tx, pair: readonly [Id, Id], on: LocalDate): Promise<void> {
    return this.outcomes.note(tx, pair, 'INTRODUCED', on);
  }
}
