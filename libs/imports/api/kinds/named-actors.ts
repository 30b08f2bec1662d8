import { Injectable } from '@nestjs/common';
import { resolve, type Nameable, type Reference, type Resolution } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { TraitRepository } from '../table/trait.repository';

/** Whom rows name: organisations by name, short name, website, or the number they have in a list that was imported; also by what an entry was called that became part of them. */
@Injectable()
export class NamedActors {
  constructor(private readonly traits: TraitRepository) {}

  /** Before the first row. */
  prepare(tx: Tx, regionId: Id): Promise<void> {
    return this.traits.refresh(tx, regionId);
  }

  /** Whom each of these means, in their order. */
  async resolve(tx: Tx, regionId: Id, references: readonly Reference[]): Promise<Resolution[]> {
    if (references.length === 0) return [];
    const keys = references.flatMap(({ key }) => (key === null ? [] : [key]));
    const numbered = await this.traits.byKeys(tx, regionId, 'list', [...new Set(keys)]);
    const named = new Map<number, Id[]>();
    for (const { at, id } of [
      ...(await this.traits.named(tx, regionId, references)),
      ...(await this.traits.namedUnlisted(tx, regionId, references)),
    ])
      named.set(at, [...(named.get(at) ?? []), id]);
    const ids = [...new Set([...numbered.map(({ id }) => id), ...[...named.values()].flat()])];
    const unlisted = await this.traits.unlisted(tx, regionId, ids);
    const became = [...unlisted.values()].flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
    const actors = await this.traits.actors(tx, regionId, [...ids, ...became]);
    const keysOf = new Map<Id, string[]>();
    for (const { key, id } of numbered) keysOf.set(id, [...(keysOf.get(id) ?? []), key]);
    const byKey = new Map(numbered.map(({ key, id }) => [key, id]));
    return references.map((reference, at) => {
      const own = reference.key === null ? undefined : byKey.get(reference.key);
      const among = new Set([...(own === undefined ? [] : [own]), ...(named.get(at) ?? [])]);
      return resolve(
        reference,
        [...among].flatMap((id): Nameable[] => {
          const said = actors.get(id) ?? unlisted.get(id);
          const actor = said && (actors.get(id) ?? actors.get(unlisted.get(id)!.mergedIntoId ?? ''));
          if (!actor) return [];
          const { name, shortName, traits } = said;
          return [{ ...actor, name, shortName, shownAs: actor.name, host: traits.host, keys: keysOf.get(id) ?? [] }];
        }),
      );
    });
  }

  /** Which of these organisations are still there. */
  async there(tx: Tx, regionId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    return new Set((await this.traits.actors(tx, regionId, [...new Set(ids)])).keys());
  }
}
