import { Injectable } from '@nestjs/common';
import type { ReferenceKind } from '@knotenpunkt/identity/domain';

/** Whose version and whose facts change when a row names another organisation. */
export interface ReferenceOwner {
  table: string;
  /** The column of the row that holds its id. */
  by: string;
  /** Its version counts on: forms that are open somewhere are late. */
  bumps?: boolean;
  /** Under this name the outbox is told. */
  aggregate?: string;
}

/**
 * A column in which a row names an organisation, or the two ends of a pair. Conditions are SQL of the room whose table it is: `t` is the row that
 * goes over, `o` one that stands there already, $1 the entry that is given up, $2 the one that stays.
 */
export interface ActorReference {
  table: string;
  columns: readonly [string] | readonly [string, string];
  kind: ReferenceKind;
  /** Which rows name an organisation, where the column names other things too. */
  only?: string;
  /** Rows that stay with the entry that is given up. Pairs between the two always do. */
  stays?: string;
  /** Rows that tell what an organisation did: they stay its own where another continues it from the day $3 on. Entries of one organisation know no such rows. */
  past?: string;
  /** Rows, of either, that would say the same twice or of itself; they are set aside. */
  excess?: string;
  /** Whether two rows cannot both stand; one of them is set aside. */
  clash?: string;
  /** Tables whose rows would go with a row that is set aside; `clash` leaves such rows out. */
  spares?: readonly string[];
  /** Whether a pair stands there already: in the same direction, or in either. */
  twice?: 'DIRECTED' | 'EITHER';
  /** Of two that clash the one with the higher number stays; SQL for the row of an alias. Without it the one that stands. */
  rank?: (row: 't' | 'o') => string;
  /** In a pair the smaller id comes first. */
  ordered?: boolean;
  owners?: readonly ReferenceOwner[];
}

/** A column that names organisations and goes on naming the one that was given up; `why` is for those who read the code. */
export interface KeptReference {
  table: string;
  columns: readonly string[];
  why: string;
}

/**
 * Where rooms name organisations. Each says it of its own tables, so that two entries can be merged, and what went over can go back, without
 * one room reading another's tables. The order is that in which they were registered.
 */
@Injectable()
export class ActorReferences {
  private readonly moving: ActorReference[] = [];
  private readonly staying: KeptReference[] = [];

  register({ move, keep = [] }: { move: readonly ActorReference[]; keep?: readonly KeptReference[] }): void {
    this.moving.push(...move);
    this.staying.push(...keep);
  }

  get moved(): readonly ActorReference[] {
    return this.moving;
  }

  get kept(): readonly KeptReference[] {
    return this.staying;
  }
}
