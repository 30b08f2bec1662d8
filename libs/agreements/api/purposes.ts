import { Injectable } from '@nestjs/common';
import type { OpenPurpose, PurposeType } from '@knotenpunkt/agreements/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, type Query } from '@knotenpunkt/platform/database';

interface Asked {
  id?: Id;
  actorId?: Id;
}

/** What something can be promised for. Later rooms say here what they have of it that goes on. */
@Injectable()
export class Purposes {
  private readonly queries = new Map<PurposeType, Query>();

  constructor(private readonly database: Database) {}

  /**
   * `named`: a prepared statement that gives `id`, `title`, `slug` and `actorIds` (who takes part and may promise) of what goes
   * on in a region ($1): of one ($2, null: of all) and of those in which an organisation takes part ($3, null: of all); at
   * most 100.
   */
  register(type: PurposeType, named: Query): void {
    this.queries.set(type, named);
  }

  /** What it is and who takes part; null where nothing can be promised (any more). */
  async find(regionId: Id, id: Id): Promise<OpenPurpose | null> {
    return (await this.ask(regionId, { id }))[0] ?? null;
  }

  /** In what an organisation takes part. */
  of(regionId: Id, actorId: Id): Promise<OpenPurpose[]> {
    return this.ask(regionId, { actorId });
  }

  private async ask(regionId: Id, { id, actorId }: Asked): Promise<OpenPurpose[]> {
    const found = await Promise.all(
      [...this.queries].map(async ([type, named]) => {
        const rows = await this.database.read<Omit<OpenPurpose, 'type'>>(named, [regionId, id ?? null, actorId ?? null]);
        return rows.map((row) => ({ type, ...row }));
      }),
    );
    return found.flat();
  }
}
