import { Injectable } from '@nestjs/common';
import { isHidden } from '@knotenpunkt/identity/api';
import type { Event } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { EventEntity } from './event.entity';

const people = (role: string) =>
  `(SELECT coalesce(array_agg(p.actor_id ORDER BY p.position), '{}') FROM event_participation p WHERE p.event_id = e.id AND p.role = '${role}')`;
const COLUMNS = `e.id, e.region_id AS "regionId", e.initiative_id AS "initiativeId", e.title, e.format, e.date_on AS "dateOn",
  e.date_precision AS "datePrecision", e.start_time AS "startTime", e.end_time AS "endTime", e.venue, e.for_whom AS "forWhom", e.registration,
  e.livestream, e.state, e.approximate_participants AS "approximateParticipants", ${isHidden('e.initiative_id')} AS hidden, e.version,
  ${people('HOST')} AS "hostIds", ${people('PARTICIPANT')} AS "participantIds"`;

const ofInitiatives = query(
  'event.ofInitiatives',
  `SELECT ${COLUMNS} FROM event e WHERE e.initiative_id = ANY($1::uuid[]) ORDER BY e.date_on, e.start_time NULLS FIRST, e.id`,
);
const upcoming = query(
  'event.upcoming',
  `SELECT ${COLUMNS} FROM event e WHERE e.region_id = $1 AND e.date_on >= $2 AND e.state = 'ANNOUNCED' AND NOT ${isHidden('e.initiative_id')} ORDER BY e.date_on, e.id LIMIT $3`,
);

@Injectable()
export class EventRepository {
  constructor(private readonly database: Database) {}

  ofInitiatives(ids: readonly Id[]): Promise<Event[]> {
    return this.database.read<Event>(ofInitiatives, [ids]);
  }

  upcoming(regionId: Id, from: string, limit: number): Promise<Event[]> {
    return this.database.read<Event>(upcoming, [regionId, from, limit]);
  }

  async idsOf(tx: Tx, initiativeId: Id): Promise<Id[]> {
    return ((await tx.query('SELECT id FROM event WHERE initiative_id = $1', [initiativeId])) as { id: Id }[]).map(({ id }) => id);
  }

  async find(tx: Tx, id: Id): Promise<Event | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM event e WHERE e.id = $1`, [id])) as Event[];
    return rows[0] ?? null;
  }

  async insert(tx: Tx, event: Event): Promise<void> {
    const { hostIds, participantIds, ...row } = event;
    await tx.insert(EventEntity, row);
    await this.addPeople(tx, event.id, hostIds, 'HOST');
    await this.addPeople(tx, event.id, participantIds, 'PARTICIPANT');
  }

  /** State and who was there, under the version rule. */
  async update(tx: Tx, event: Event, expectedVersion: number) {
    const version = await updateVersioned(tx, { table: 'event', id: event.id, expectedVersion, set: { state: event.state } });
    if (version.ok) await this.addPeople(tx, event.id, event.participantIds, 'PARTICIPANT');
    return version;
  }

  private async addPeople(tx: Tx, id: Id, actorIds: readonly Id[], role: 'HOST' | 'PARTICIPANT'): Promise<void> {
    await tx.query(
      `INSERT INTO event_participation (event_id, actor_id, position, role)
       SELECT $1, p.id, p.position, $3 FROM unnest($2::uuid[]) WITH ORDINALITY AS p (id, position)
       ON CONFLICT DO NOTHING`,
      [id, actorIds, role],
    );
  }
}
