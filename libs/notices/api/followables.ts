import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { isTheme, type FollowType } from '@knotenpunkt/notices/domain';
import { Database, type Query } from '@knotenpunkt/platform/database';
import { themeLabel } from '@knotenpunkt/themes/domain';
import type { Language } from '@knotenpunkt/platform/graphql';

/** Something that is followed, as it is called now. */
export interface FollowTarget {
  type: FollowType;
  id: string;
  title: string;
  slug: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Later rooms say here how their things are called. What is not public cannot be followed. */
@Injectable()
export class Followables {
  private readonly queries = new Map<FollowType, Query>();

  constructor(private readonly database: Database) {}

  /** `named`: a prepared statement that gives `id`, `title` and `slug` of those public things of a region ($1) whose ids are in $2. */
  register(type: FollowType, named: Query): void {
    this.queries.set(type, named);
  }

  /** Those among the targets that are there and public, with their present names. */
  async find(regionId: Id, targets: readonly { type: FollowType; id: string }[], language: Language): Promise<Map<string, FollowTarget>> {
    const found = new Map<string, FollowTarget>();
    for (const { type, id } of targets) {
      if (type === 'THEME' && isTheme(id)) found.set(id, { type, id, title: themeLabel(id, language), slug: null });
    }
    await Promise.all(
      [...this.queries].map(async ([type, named]) => {
        const ids = targets.filter((target) => target.type === type && UUID.test(target.id)).map(({ id }) => id);
        if (ids.length === 0) return;
        const rows = await this.database.read<{ id: string; title: string; slug: string | null }>(named, [regionId, ids]);
        for (const row of rows) found.set(row.id, { type, ...row });
      }),
    );
    return found;
  }
}
