import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import {
  FIRST_VIEW,
  readView,
  type KeptOwner,
  type NetworkView,
  type PinnedNote,
  type SavedView,
  type ViewContent,
} from '@knotenpunkt/network/domain';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { columnsOf, OWNED, OWNER_COLUMNS, ownerOf, SAME_OWNER, type OwnerColumns } from './kept-owner';

/** A view with what its pages tell of its owner: the name of an organisation, never of a person. */
export interface StoredView extends SavedView {
  ownerName: string | null;
}

/** Whose things are asked for. */
export interface Keeper {
  personId: Id | null;
  actorIds: readonly Id[];
  /** The coordination has those of the region as its own. */
  coordinates: boolean;
}

/** More than anybody keeps. */
const MOST_LISTED = 200;

const COLUMNS = `k.id, k.region_id AS "regionId", ${OWNER_COLUMNS}, k.name, k.sentence, k.visibility, k.kept_on AS "keptOn",
  k.changed_on AS "changedOn", k.archived, k.version`;
const CONTENT = 'k.value, k.frame, k.places';

const owned = query(
  'networkView.owned',
  `SELECT ${COLUMNS} FROM network_view k WHERE k.region_id = $1 AND ${OWNED}
   ORDER BY k.archived, k.changed_on DESC, k.id DESC LIMIT ${MOST_LISTED}`,
);
const ofRegion = query(
  'networkView.ofRegion',
  `SELECT ${COLUMNS} FROM network_view k WHERE k.region_id = $1 AND k.visibility = 'REGION' AND NOT k.archived
     AND k.owner_person_id IS NULL AND k.owner_actor_id IS NULL ORDER BY k.changed_on DESC, k.id DESC LIMIT ${MOST_LISTED}`,
);
const byIds = query(
  'networkView.byIds',
  `SELECT ${COLUMNS}, ${CONTENT} FROM network_view k WHERE k.region_id = $1 AND k.id = ANY($2::uuid[])`,
);
const withoutContent = query(
  'networkView.withoutContent',
  `SELECT ${COLUMNS} FROM network_view k WHERE k.region_id = $1 AND k.id = ANY($2::uuid[])`,
);
const anywhere = query('networkView.anywhere', `SELECT ${COLUMNS}, ${CONTENT} FROM network_view k WHERE k.id = $1`);
const notesOf = query(
  'networkView.notes',
  `SELECT view_id AS "viewId", actor_id AS "actorId", text FROM network_view_note WHERE view_id = ANY($1::uuid[]) ORDER BY view_id, actor_id`,
);

/** Of the places in a parameter those of actors that are there: whoever is erased leaves none behind. */
const placesOf = (parameter: string) => `(SELECT coalesce(jsonb_agg(p.place ORDER BY p.at), '[]')
  FROM jsonb_array_elements(${parameter}::jsonb) WITH ORDINALITY AS p (place, at) JOIN actor_v1 a ON a.id = (p.place->>'actorId')::uuid)`;

type Row = Omit<StoredView, 'owner'> & OwnerColumns;
type FullRow = Row & Pick<ViewContent, 'frame' | 'places'> & { value: unknown };

/** A view, and what it shows. */
export interface FullView {
  view: StoredView;
  content: ViewContent;
}

@Injectable()
export class ViewRepository {
  constructor(private readonly database: Database) {}

  /** What somebody keeps; what was put away comes last. */
  async owned(regionId: Id, { personId, actorIds, coordinates }: Keeper): Promise<StoredView[]> {
    return (await this.database.read<Row>(owned, [regionId, personId, actorIds, coordinates])).map(viewOf);
  }

  /** What the coordination has put into the list of the region. */
  async ofRegion(regionId: Id): Promise<StoredView[]> {
    return (await this.database.read<Row>(ofRegion, [regionId])).map(viewOf);
  }

  /** Views with all they show, in no order; those that are not there are missing. */
  async full(regionId: Id, ids: readonly Id[]): Promise<FullView[]> {
    return this.withNotes(await this.database.read<FullRow>(byIds, [regionId, ids]));
  }

  /** Those of these that are there, without what they show. */
  async withoutContent(regionId: Id, ids: readonly Id[]): Promise<StoredView[]> {
    return (await this.database.read<Row>(withoutContent, [regionId, ids])).map(viewOf);
  }

  /** The one with this id, in whatever region it is. */
  async anywhere(id: Id): Promise<FullView | null> {
    return (await this.withNotes(await this.database.read<FullRow>(anywhere, [id])))[0] ?? null;
  }

  private async withNotes(rows: FullRow[]): Promise<FullView[]> {
    const ids = rows.map(({ id }) => id);
    const notes = ids.length === 0 ? [] : await this.database.read<PinnedNote & { viewId: Id }>(notesOf, [ids]);
    return rows.map((row) => ({
      view: viewOf(row),
      content: {
        value: valueOf(row.value),
        frame: row.frame,
        places: row.places,
        notes: notes.filter(({ viewId }) => viewId === row.id).map(({ actorId, text }) => ({ actorId, text })),
      },
    }));
  }

  async lock(tx: Tx, regionId: Id, id: Id): Promise<StoredView | null> {
    const sql = `SELECT ${COLUMNS} FROM network_view k WHERE k.region_id = $1 AND k.id = $2 FOR UPDATE OF k`;
    const [row] = (await tx.query(sql, [regionId, id])) as Row[];
    return row ? viewOf(row) : null;
  }

  /** What a view shows that is locked. */
  async contentOf(tx: Tx, id: Id): Promise<ViewContent> {
    const sql = `SELECT ${CONTENT}, coalesce((SELECT jsonb_agg(jsonb_build_object('actorId', n.actor_id, 'text', n.text) ORDER BY n.actor_id)
      FROM network_view_note n WHERE n.view_id = k.id), '[]') AS notes FROM network_view k WHERE k.id = $1`;
    const [{ value, ...others }] = (await tx.query(sql, [id])) as [ViewContent];
    return { ...others, value: valueOf(value) };
  }

  async count(tx: Tx, regionId: Id, owner: KeptOwner): Promise<number> {
    const { ownerPersonId, ownerActorId } = columnsOf(owner);
    const sql = `SELECT count(*) AS count FROM network_view WHERE ${SAME_OWNER}`;
    const [row] = (await tx.query(sql, [regionId, ownerPersonId, ownerActorId])) as { count: number }[];
    return Number(row!.count);
  }

  /** Adds one with what it shows; false where this id is taken. */
  async insert(tx: Tx, view: SavedView, content: ViewContent): Promise<boolean> {
    const { ownerPersonId, ownerActorId } = columnsOf(view.owner);
    const { value, frame, places, notes } = content;
    const rows = (await tx.query(
      `INSERT INTO network_view (id, region_id, owner_person_id, owner_actor_id, name, sentence, value, frame, places, visibility, kept_on, changed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${placesOf('$9')}, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[view.id, view.regionId, ownerPersonId, ownerActorId, view.name, view.sentence],
        ...[JSON.stringify(value), frame && JSON.stringify(frame), JSON.stringify(places)],
        ...[view.visibility, view.keptOn, view.changedOn],
      ],
    )) as unknown[];
    if (rows.length > 0) await this.putNotes(tx, view.id, notes);
    return rows.length > 0;
  }

  /** Everything about the view but what it shows. */
  update(tx: Tx, { id, name, sentence, visibility, archived, changedOn }: SavedView, expectedVersion: number) {
    return updateVersioned(tx, {
      table: 'network_view',
      id,
      expectedVersion,
      set: { name, sentence, visibility, archived, changed_on: changedOn },
    });
  }

  /** What it shows; its version was counted by `update`. */
  async put(tx: Tx, id: Id, { value, frame, places, notes }: ViewContent): Promise<void> {
    await tx.query(`UPDATE network_view SET value = $2, frame = $3, places = ${placesOf('$4')} WHERE id = $1`, [
      id,
      JSON.stringify(value),
      frame && JSON.stringify(frame),
      JSON.stringify(places),
    ]);
    await tx.query('DELETE FROM network_view_note WHERE view_id = $1', [id]);
    await this.putNotes(tx, id, notes);
  }

  /** Of actors that are not there any more, nothing is noted. */
  private async putNotes(tx: Tx, id: Id, notes: readonly PinnedNote[]): Promise<void> {
    if (notes.length === 0) return;
    await tx.query(
      `INSERT INTO network_view_note (view_id, actor_id, text)
       SELECT $1, n.actor_id, n.text FROM unnest($2::uuid[], $3::text[]) AS n (actor_id, text) JOIN actor_v1 a ON a.id = n.actor_id`,
      [id, notes.map(({ actorId }) => actorId), notes.map(({ text }) => text)],
    );
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM network_view WHERE id = $1', [id]);
  }
}

/** What was kept by an older version may say what nobody understands any more: then the whole network is shown. */
function valueOf(kept: unknown): NetworkView {
  const read = readView(kept);
  return read.ok ? read.value : FIRST_VIEW;
}

function viewOf({ id, regionId, ownerName, name, sentence, visibility, keptOn, changedOn, archived, version, ...row }: Row): StoredView {
  const owner = ownerOf(row);
  return { id, regionId, owner, ownerName, name, sentence, visibility, keptOn, changedOn, archived, version };
}
