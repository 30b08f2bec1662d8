import { Injectable } from '@nestjs/common';
import type { Actor, Contact, EmployerFacts } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';
import { ActorContactEntity, ActorEntity } from './actor.entity';

/** A row as the table has it, with what is derived for sorting and searching. */
export interface ActorRow extends Actor {
  sortName: string;
  searchText: string;
  /** The section of its sector; null where none is given. */
  section: string | null;
}

export interface ContactRow extends Contact {
  actorId: Id;
}

/** Columns of an actor in the words of the domain; for statements of this room. */
export const ACTOR_COLUMNS = `a.id, a.region_id AS "regionId", a.slug, a.name, a.short_name AS "shortName", a.sort_name AS "sortName", a.kind, a.summary,
  a.description, a.themes, a.competences, a.sector, a.occupations, a.street, a.postal_code AS "postalCode", a.city, a.district, a.lon, a.lat, a.website, a.size,
  a.parent_id AS "parentId", a.employer_id AS "employerId", a.collective, a.provenance, a.source_note AS "sourceNote", a.confirmed_on AS "confirmedOn", a.logo_hash AS "logoHash", a.proposable, a.archived, a.version`;

const byIds = query('actor.byIds', `SELECT ${ACTOR_COLUMNS} FROM actor a WHERE a.id = ANY($1::uuid[])`);

/** An archived one has no page, unless another continues it. */
const HAS_PAGE = '(NOT a.archived OR a.closed_on IS NOT NULL)';

/** The actor at an address, $1 the region and $2 the slug. The present address goes before one that another actor had earlier; that of a merged entry leads to the one that stayed. */
export const ACTOR_AT = `SELECT ${ACTOR_COLUMNS} FROM actor a
   WHERE ${HAS_PAGE} AND a.id = COALESCE(
     (SELECT COALESCE(merged_into_id, id) FROM actor WHERE region_id = $1 AND slug = $2),
     (SELECT COALESCE(o.merged_into_id, o.id) FROM actor_slug s JOIN actor o ON o.id = s.actor_id WHERE s.region_id = $1 AND s.slug = $2))`;
const bySlug = query('actor.bySlug', ACTOR_AT);
const withPage = query('actor.withPage', `SELECT ${ACTOR_COLUMNS} FROM actor a WHERE ${HAS_PAGE} AND a.region_id = $1 AND a.id = $2`);

/** Contacts of actors; here as below `ids` is an array in SQL. */
export const contactsOf = (ids: string) =>
  `SELECT id, actor_id AS "actorId", name, role, email, phone, visibility FROM actor_contact WHERE actor_id = ANY(${ids}) ORDER BY actor_id, position`;
const contacts = query('actor.contacts', contactsOf('$1::uuid[]'));

export const partsOf = (ids: string) =>
  `SELECT id, parent_id AS "parentId" FROM actor WHERE parent_id = ANY(${ids}) AND NOT archived ORDER BY sort_name, id LIMIT 1000`;
const parts = query('actor.parts', partsOf('$1::uuid[]'));

/** Councils of employers, as `employerIdOf` of the domain tells them; here as above `ids` is an array in SQL. */
export const councilsOf = (ids: string) =>
  `SELECT id, employer_id AS "employerId" FROM actor WHERE employer_id = ANY(${ids}) AND kind = 'UNION' AND NOT archived ORDER BY sort_name, id LIMIT 1000`;
const councils = query('actor.councils', councilsOf('$1::uuid[]'));

const insertMany = `
  INSERT INTO actor (id, region_id, slug, name, short_name, sort_name, kind, summary, description, themes, competences, sector, section, occupations, street, postal_code, city,
    district, lon, lat, website, size, parent_id, employer_id, collective, provenance, source_note, confirmed_on, archived, search_text, version)
  SELECT id, "regionId", slug, name, "shortName", "sortName", kind, summary, description, themes, competences, sector, section, occupations, street, "postalCode", city,
    district, lon, lat, website, size, "parentId", "employerId", collective, provenance, "sourceNote", "confirmedOn", archived, "searchText", version
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "regionId" uuid, slug text, name text, "shortName" text, "sortName" text, kind text, summary text,
    description text, themes text[], competences text[], sector text, section text, occupations text[], street text, "postalCode" text, city text, district text, lon double precision,
    lat double precision, website text, size text, "parentId" uuid, "employerId" uuid, collective boolean, provenance text, "sourceNote" text, "confirmedOn" date,
    archived boolean, "searchText" text, version integer)`;

const rewriteMany = `
  UPDATE actor a SET name = r.name, short_name = r."shortName", sort_name = r."sortName", kind = r.kind, summary = r.summary, description = r.description,
    street = r.street, postal_code = r."postalCode", city = r.city, district = r.district, lon = r.lon, lat = r.lat, website = r.website, size = r.size,
    search_text = r."searchText", version = a.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, "shortName" text, "sortName" text, kind text, summary text, description text, street text,
    "postalCode" text, city text, district text, lon double precision, lat double precision, website text, size text, "searchText" text, version integer)
  WHERE a.id = r.id AND a.version = r.version RETURNING a.id`;

const eraseMany = `
  DELETE FROM actor a USING jsonb_to_recordset($1::jsonb) AS r (id uuid, "expectedVersion" integer)
  WHERE a.id = r.id AND a.region_id = $2 AND a.version = r."expectedVersion" RETURNING a.id`;

@Injectable()
export class ActorRepository {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly Id[]): Promise<Actor[]> {
    return this.database.read<Actor>(byIds, [ids]);
  }

  /** One that has a page. */
  withPage(regionId: Id, id: Id): Promise<Actor | null> {
    return this.database.readOne<Actor>(withPage, [regionId, id]);
  }

  bySlug(regionId: Id, slug: string): Promise<Actor | null> {
    return this.database.readOne<Actor>(bySlug, [regionId, slug]);
  }

  contactsOf(actorIds: readonly Id[]): Promise<ContactRow[]> {
    return this.database.read<ContactRow>(contacts, [actorIds]);
  }

  partsOf(actorIds: readonly Id[]): Promise<{ id: Id; parentId: Id }[]> {
    return this.database.read(parts, [actorIds]);
  }

  councilsOf(employerIds: readonly Id[]): Promise<{ id: Id; employerId: Id }[]> {
    return this.database.read(councils, [employerIds]);
  }

  /** What is known of an organisation that another names as its employer. Both are locked, so that no two name each other at once. */
  async employerFacts(tx: Tx, actorId: Id, employerId: Id): Promise<EmployerFacts> {
    await tx.query('SELECT FROM actor WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [[actorId, employerId]]);
    return { employer: await this.find(tx, employerId), isEmployer: await this.employs(tx, [actorId]) };
  }

  /** Whether a council names one of them as its employer, be it shown or not. */
  async employs(tx: Tx, ids: readonly Id[]): Promise<boolean> {
    const naming = (await tx.query(`SELECT 1 FROM actor WHERE employer_id = ANY($1::uuid[]) AND kind = 'UNION' LIMIT 1`, [
      ids,
    ])) as unknown[];
    return naming.length > 0;
  }

  /** The state a decision is made on, within the transaction that writes it. */
  async find(tx: Tx, id: Id): Promise<Actor | null> {
    return (await this.findAll(tx, [id]))[0] ?? null;
  }

  /** The same, kept from others until the transaction ends. */
  async lock(tx: Tx, id: Id): Promise<Actor | null> {
    await tx.query('SELECT FROM actor WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  async findAll(tx: Tx, ids: readonly Id[]): Promise<Actor[]> {
    return (await tx.query(byIds.text, [ids])) as Actor[];
  }

  async insert(tx: Tx, rows: ActorRow[], contacts: ContactRow[]): Promise<void> {
    if (rows.length > 0) await tx.insert(ActorEntity, rows);
    await this.insertContacts(tx, contacts);
  }

  /** Many at once, without contacts, as one statement. */
  async insertMany(tx: Tx, rows: readonly ActorRow[]): Promise<void> {
    await tx.query(insertMany, [JSON.stringify(rows)]);
  }

  /** What tables can change, of many at once, where they still have the version in their row; the ids of those that had it. */
  async rewriteMany(tx: Tx, rows: readonly ActorRow[]): Promise<Id[]> {
    const [written] = (await tx.query(rewriteMany, [JSON.stringify(rows)])) as [{ id: Id }[], number];
    return written.map(({ id }) => id);
  }

  async eraseMany(tx: Tx, regionId: Id, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    const [gone] = (await tx.query(eraseMany, [JSON.stringify(wanted), regionId])) as [{ id: Id }[], number];
    return gone.map(({ id }) => id);
  }

  async replaceContacts(tx: Tx, actorId: Id, contacts: Contact[]): Promise<void> {
    await tx.query('DELETE FROM actor_contact WHERE actor_id = $1', [actorId]);
    await this.insertContacts(
      tx,
      contacts.map((contact) => ({ ...contact, actorId })),
    );
  }

  private async insertContacts(tx: Tx, contacts: ContactRow[]): Promise<void> {
    if (contacts.length === 0) return;
    await tx.insert(
      ActorContactEntity,
      contacts.map((contact, position) => ({ ...contact, position })),
    );
  }

  /** Organisations that name this mail address among their contacts. */
  async withContact(tx: Tx, email: string): Promise<{ id: Id; regionId: Id }[]> {
    return (await tx.query(
      `SELECT id, region_id AS "regionId" FROM actor WHERE id IN (SELECT actor_id FROM actor_contact WHERE lower(email) = lower($1)) ORDER BY id`,
      [email],
    )) as { id: Id; regionId: Id }[];
  }

  /** A contact's id belongs to its actor: one of another actor must not be taken over. */
  async foreignContacts(tx: Tx, actorId: Id, ids: Id[]): Promise<boolean> {
    const rows = (await tx.query('SELECT 1 FROM actor_contact WHERE id = ANY($1::uuid[]) AND actor_id <> $2 LIMIT 1', [
      ids,
      actorId,
    ])) as unknown[];
    return rows.length > 0;
  }

  /** Which of these addresses are taken in a region, now or from earlier by another actor. */
  async takenSlugs(tx: Tx, regionId: Id, beginning: string, exceptActorId: Id): Promise<Set<string>> {
    const rows = (await tx.query(
      `SELECT slug FROM actor WHERE region_id = $1 AND slug LIKE $2 || '%' AND id <> $3
       UNION SELECT slug FROM actor_slug WHERE region_id = $1 AND slug LIKE $2 || '%' AND actor_id <> $3`,
      [regionId, beginning, exceptActorId],
    )) as { slug: string }[];
    return new Set(rows.map(({ slug }) => slug));
  }

  /** Keeps the address an actor leaves, so that it leads on; takes back one that it returns to. */
  async moveSlug(tx: Tx, actor: Actor, slug: string): Promise<void> {
    await tx.query('DELETE FROM actor_slug WHERE region_id = $1 AND slug = $2', [actor.regionId, slug]);
    await tx.query('INSERT INTO actor_slug (region_id, slug, actor_id) VALUES ($1, $2, $3) ON CONFLICT (region_id, slug) DO NOTHING', [
      actor.regionId,
      actor.slug,
      actor.id,
    ]);
  }
}
