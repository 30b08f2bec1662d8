import { Inject, Injectable } from '@nestjs/common';
import { rectify, takeNote, type Rectification, type RectifiedType } from '@knotenpunkt/coordination/domain';
import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { RectificationRepository, type StoredRectification } from './rectification.repository';

interface Wish {
  id: Id;
  actorId: Id;
  subjectType: RectifiedType;
  subjectId: Id;
  text: string;
  /** 0: none stands there yet. */
  expectedVersion: number;
}

type Changed = Promise<Result<StoredRectification>>;

/** What organisations set right of what the coordination holds on them. */
@Injectable()
export class RectificationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rectifications: RectificationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of an organisation, for its own people; without one all of the region, for the coordination. */
  async list(viewer: Viewer, region: Region, actorId: Id | null): Promise<StoredRectification[]> {
    if (actorId === null) return passes(viewer, 'COORDINATOR') ? this.rectifications.newest(region.id) : [];
    return isId(actorId) && actsFor(viewer, actorId, 'EDITOR') ? this.rectifications.ofActor(region.id, actorId) : [];
  }

  /** Writes the text beside an entry, or writes it anew. */
  write(viewer: Viewer, region: Region, wish: Wish): Changed {
    return this.unitOfWork.run(async (tx): Changed => {
      const named = await this.rectifications.names(tx, region.id, wish);
      const decided = rectify(viewer, wish, named, this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      const { id, actorId, subjectType, subjectId, expectedVersion } = wish;
      const present = await this.rectifications.beside(tx, wish);
      if (!present) {
        const first: Rectification = { id, actorId, subjectType, subjectId, ...decided.value, version: 1 };
        if (!(await this.rectifications.insert(tx, region.id, first))) return refuse('STALE_VERSION', { params: { current: 0 } });
        return ok(told(first, viewer));
      }
      // Sent twice, it is the same text.
      if (present.id === id && present.text === decided.value.text) return ok(told(present, viewer));
      const next = { ...present, ...decided.value };
      const version = await this.rectifications.update(tx, next, expectedVersion);
      return version.ok ? ok(told({ ...next, version: version.value }, viewer)) : version;
    });
  }

  takeBack(viewer: Viewer, region: Region, { id, expectedVersion }: { id: Id; expectedVersion: number }): Changed {
    return this.unitOfWork.run(async (tx): Changed => {
      const present = await this.rectifications.lock(tx, region.id, id);
      if (!present || !actsFor(viewer, present.actorId)) return refuse('NOT_PERMITTED');
      if (present.version !== expectedVersion) return refuse('STALE_VERSION', { params: { current: present.version } });
      await this.rectifications.remove(tx, id);
      return ok(told(present, viewer));
    });
  }

  /** The coordination has read it as it stands. */
  takeNote(viewer: Viewer, region: Region, { id, expectedVersion }: { id: Id; expectedVersion: number }): Changed {
    return this.unitOfWork.run(async (tx): Changed => {
      const present = await this.rectifications.lock(tx, region.id, id);
      if (!present) return refuse('NOT_RECTIFIED');
      const seenOn = takeNote(viewer, present, this.clock.today(region.timeZone));
      if (!seenOn.ok) return seenOn;
      const next = { ...present, seenOn: seenOn.value };
      const version = await this.rectifications.update(tx, next, expectedVersion);
      return version.ok ? ok({ ...told(next, viewer), personName: null, version: version.value }) : version;
    });
  }
}

function told(one: Rectification, { name }: Viewer): StoredRectification {
  return { ...one, personName: name, subjectTitle: null, subjectAddress: null };
}
