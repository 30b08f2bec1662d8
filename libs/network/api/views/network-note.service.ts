import { Inject, Injectable } from '@nestjs/common';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { ends, readsNotesOn, writeNote, type NetworkNote, type NoteWish } from '@knotenpunkt/network/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkNoteRepository } from './network-note.repository';

/** What the coordination notes on organisations and ties. */
@Injectable()
export class NetworkNoteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: NetworkNoteRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What concerns an organisation: on itself and on its ties. */
  async concerning(viewer: Viewer, region: Region, actorId: Id): Promise<NetworkNote[]> {
    return isId(actorId) && readsNotesOn(viewer, actorId) ? this.notes.concerning(region.id, actorId) : [];
  }

  /** A new note (`expectedVersion` 0), or a present one written anew. */
  write(viewer: Viewer, region: Region, wish: NoteWish & { expectedVersion: number }): Promise<Result<NetworkNote>> {
    return this.unitOfWork.run(async (tx): Promise<Result<NetworkNote>> => {
      const present = await this.notes.lock(tx, region.id, wish.id);
      const { actorId, otherId } = wish;
      const known = await this.notes.known(tx, region.id, [actorId, ...(otherId === null ? [] : [otherId])]);
      const count = await this.notes.count(tx, region.id, ends(actorId, otherId));
      const about = { regionId: region.id, present, known, count, today: this.clock.today(region.timeZone) };
      const decided = writeNote(viewer, wish, about);
      if (!decided.ok) return decided;
      if (!present) return (await this.notes.insert(tx, decided.value)) ? decided : refuse('NOT_PERMITTED');
      // Sent twice, it is the same note.
      if (wish.expectedVersion === 0 && present.text === decided.value.text) return ok(present);
      const version = await this.notes.update(tx, decided.value, wish.expectedVersion);
      return version.ok ? ok({ ...decided.value, version: version.value }) : version;
    });
  }

  erase(viewer: Viewer, region: Region, asked: { id: Id; expectedVersion: number }): Promise<Result<NetworkNote>> {
    return this.unitOfWork.run(async (tx): Promise<Result<NetworkNote>> => {
      const note = passes(viewer, 'COORDINATOR') ? await this.notes.lock(tx, region.id, asked.id) : null;
      if (!note) return refuse('NOT_PERMITTED');
      if (note.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: note.version } });
      await this.notes.remove(tx, asked.id);
      return ok(note);
    });
  }
}
