import { Injectable } from '@nestjs/common';
import type { Tx } from '@knotenpunkt/platform/database';
import type { PersonKeys } from './statements';

type Hook = (tx: Tx, person: PersonKeys) => Promise<void>;

/** For rooms that have to tell others when rows of theirs go with a person; asked before they go, in the same transaction. */
@Injectable()
export class ErasureHooks {
  private readonly hooks: Hook[] = [];

  register(hook: Hook): void {
    this.hooks.push(hook);
  }

  async before(tx: Tx, person: PersonKeys): Promise<void> {
    for (const hook of this.hooks) await hook(tx, person);
  }
}
