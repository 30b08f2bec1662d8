import { Injectable } from '@nestjs/common';
import { entryTextFrom, profileFrom, type Actor, type Entry } from '@knotenpunkt/actors/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { refuse, type Id, type Result } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from '../actor.repository';
import { ActorService } from '../actor.service';
import { EntryRepository } from '../entry.repository';
import { EntryService } from '../entry.service';
import { VersionRepository } from './version.repository';

/** Goes back to what was said before: as a new version with those words, checked as if somebody had written them now. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly versions: VersionRepository,
    private readonly actors: ActorRepository,
    private readonly profiles: ActorService,
    private readonly found: EntryRepository,
    private readonly entries: EntryService,
  ) {}

  /** The Steckbrief of a version, with the contacts of today. */
  async toProfile(
    viewer: Viewer,
    region: Region,
    { actorId, version, expectedVersion }: { actorId: Id; version: number; expectedVersion: number },
  ): Promise<Result<Actor>> {
    const [kept] = await this.versions.some(region.id, { actorId, entryId: null }, [version]);
    if (!kept) return refuse('VERSION_UNKNOWN');
    const contacts = (await this.actors.contactsOf([actorId])).map(({ actorId: _, ...contact }) => contact);
    const profile = profileFrom(kept.said, contacts);
    return this.profiles.updateProfile(viewer, region, { actorId, expectedVersion, profile }, 'actor.profileRestored');
  }

  /** The words, days and audience of a version of an offer or a need. */
  async toEntry(
    viewer: Viewer,
    region: Region,
    { id, version, expectedVersion }: { id: Id; version: number; expectedVersion: number },
  ): Promise<Result<Entry>> {
    const [entry] = await this.found.byIds([id]);
    const [kept] = entry ? await this.versions.some(region.id, { actorId: entry.actorId, entryId: id }, [version]) : [];
    if (!kept) return refuse('VERSION_UNKNOWN');
    return this.entries.changeEntry(viewer, region, { ...entryTextFrom(kept.said), id, expectedVersion }, 'entry.textRestored');
  }
}
