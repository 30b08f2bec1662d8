import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@knotenpunkt/imports/domain';
import { EntryComparing } from '../kinds/entry-comparing';
import { EntryWriting } from '../kinds/entry-writing';
import { InitiativeComparing } from '../kinds/initiative-comparing';
import { InitiativeWriting } from '../kinds/initiative-writing';
import { TieComparing } from '../kinds/tie-comparing';
import { TieWriting } from '../kinds/tie-writing';
import { ActorComparing } from './actor-comparing';
import { ActorWriting } from './actor-writing';
import type { RowComparing, RowWriting } from './kind';

/** What is done with rows of a kind. */
export interface KindWork {
  comparing: RowComparing;
  writing: RowWriting;
}

@Injectable()
export class ActorWork implements KindWork {
  constructor(
    readonly comparing: ActorComparing,
    readonly writing: ActorWriting,
  ) {}
}

@Injectable()
export class EntryWork implements KindWork {
  constructor(
    readonly comparing: EntryComparing,
    readonly writing: EntryWriting,
  ) {}
}

@Injectable()
export class TieWork implements KindWork {
  constructor(
    readonly comparing: TieComparing,
    readonly writing: TieWriting,
  ) {}
}

@Injectable()
export class InitiativeWork implements KindWork {
  constructor(
    readonly comparing: InitiativeComparing,
    readonly writing: InitiativeWriting,
  ) {}
}

/** What is done with rows of each kind; a kind is a line here. */
@Injectable()
export class ImportWork {
  private readonly kinds: Readonly<Record<ImportKind, KindWork>>;

  constructor(actors: ActorWork, entries: EntryWork, ties: TieWork, initiatives: InitiativeWork) {
    this.kinds = { ACTORS: actors, OFFERS: entries, NEEDS: entries, TIES: ties, INITIATIVES: initiatives };
  }

  of(kind: ImportKind): KindWork {
    return this.kinds[kind];
  }
}
