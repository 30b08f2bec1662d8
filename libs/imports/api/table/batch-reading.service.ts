import { Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { candidatesAmong, imports, traitsOf, registerKeyOf, type Candidate, type RowFate } from '@knotenpunkt/imports/domain';
import { decodeCursor, encodeCursor, isId, LARGEST_PAGE, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { BatchStore } from './batch-store';
import type { StoredBatch } from './batch.repository';
import type { ShownRow } from './row.repository';
import { TraitRepository } from './trait.repository';

/** What is said of an organisation before it is entered. */
export interface SaidOrganisation {
  name: string;
  street: string;
  postalCode: string;
  city: string;
  website: string;
  register: string;
}

const bounded = (first: number) => Math.min(Math.max(1, Math.trunc(first)), LARGEST_PAGE);

/** What coordinators see of tables, and who may be the same as somebody who is to be entered. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BatchStore,
    private readonly traits: TraitRepository,
  ) {}

  async batch(viewer: Viewer, region: Region, id: Id): Promise<StoredBatch | null> {
    if (!imports(viewer)) return null;
    return this.unitOfWork.run((tx) => this.store.batches.find(tx, region.id, id));
  }

  /** The newest first. */
  async history(viewer: Viewer, region: Region, { first, after }: PageRequest): Promise<Page<StoredBatch>> {
    const limit = bounded(first);
    const key = after ? decodeCursor(after) : null;
    const before = key && isId(key[1]) && !Number.isNaN(Date.parse(key[0])) ? key : null;
    const read = imports(viewer)
      ? await this.unitOfWork.run((tx) => this.store.batches.page(tx, region.id, { limit: limit + 1, before }))
      : [];
    return {
      rows: read.slice(0, limit),
      hasNext: read.length > limit,
      cursorOf: ({ createdAt, id }) => encodeCursor([createdAt.toISOString(), id]),
    };
  }

  /** Rows in the order of the table. */
  async rows(
    viewer: Viewer,
    region: Region,
    asked: PageRequest & { id: Id; fate: RowFate | null; kept: boolean },
  ): Promise<Page<ShownRow>> {
    const limit = bounded(asked.first);
    const line = Number((asked.after ? decodeCursor(asked.after) : null)?.[0] ?? 0);
    const after = Number.isInteger(line) && line > 0 && line < 2_147_483_647 ? line : 0;
    const read = await this.unitOfWork.run(async (tx) => {
      const batch = imports(viewer) ? await this.store.batches.find(tx, region.id, asked.id) : null;
      return batch ? this.store.rows.shown(tx, batch.id, { fate: asked.fate, kept: asked.kept, after, limit: limit + 1 }) : [];
    });
    return { rows: read.slice(0, limit), hasNext: read.length > limit, cursorOf: (row) => encodeCursor([String(row.line), '']) };
  }

  /** Organisations of the region that may be the one somebody is about to enter, the best founded first; at most five. */
  possibleDuplicates(region: Region, said: SaidOrganisation): Promise<Candidate[]> {
    return this.unitOfWork.run(async (tx) => {
      await this.traits.refresh(tx, region.id);
      const traits = traitsOf({ ...said, website: webAddress(said.website) });
      const register = registerKeyOf(said.register);
      const registered = register === null ? [] : await this.traits.byKeys(tx, region.id, 'register', [register]);
      const alike = await this.traits.alike(tx, region.id, [traits]);
      const known = await this.traits.actors(tx, region.id, [...new Set([...registered, ...alike].map(({ id }) => id))]);
      const numbered = new Set(registered.map(({ id }) => id));
      return candidatesAmong(
        traits,
        [...known.values()].map((actor) => ({
          ...actor.traits,
          register: numbered.has(actor.id) ? traits.register : null,
          ...{ id: actor.id, name: actor.name, cityName: actor.city, slug: actor.slug },
        })),
      );
    });
  }
}

/** As people type it, without "https". */
const webAddress = (text: string) => (text === '' || /^https?:/i.test(text) ? text : `https://${text}`);
