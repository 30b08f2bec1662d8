import { Inject, Injectable } from '@nestjs/common';
import {
  changeLogo,
  changeProposable,
  confirmProfile,
  standingCompetences,
  updateProfile,
  type Actor,
  type Profile,
} from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { type Audience, type Clock, firstFree, type Id, ok, refuse, type Result, slugOf } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { FileStore } from '@knotenpunkt/platform/files';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from './actor.repository';
import { keepProfiles } from './history/said';
import { derivedFrom } from './actor-rows';
import { vocabulariesOf } from './region-vocabularies';

/** Changes to the Steckbrief of an actor. */
@Injectable()
export class ActorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorRepository,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes a new profile with its contacts; gives the actor as it is now. `act`: how it came to be, where nobody wrote it anew. */
  async updateProfile(
    viewer: Viewer,
    region: Region,
    change: { actorId: Id; expectedVersion: number; profile: Profile },
    act = 'actor.profileUpdated',
  ): Promise<Result<Actor>> {
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.ofRegion(tx, region, change.actorId);
      if (!actor) return refuse('NOT_PERMITTED');
      const known = await vocabulariesOf(tx, region.id, { chosen: change.profile.competences });
      const wanted = { ...change.profile, competences: standingCompetences(change.profile.competences, known.words) };
      const { employerId } = wanted;
      const asked = employerId !== null && employerId !== actor.employerId;
      const named = asked ? await this.actors.employerFacts(tx, actor.id, employerId) : { employer: null, isEmployer: false };
      const decision = updateProfile(viewer, actor, wanted, { known, named, today: this.clock.today(region.timeZone) });
      if (!decision.ok) return decision;
      const { profile, confirmedOn, provenance } = decision.value;
      const { contacts, ...said } = profile;
      const foreign = await this.actors.foreignContacts(
        tx,
        actor.id,
        contacts.map(({ id }) => id),
      );
      if (foreign) return refuse('ID_INVALID', { field: 'contacts' });
      const slug = await this.slugFor(tx, actor, said.name);
      const derived = derivedFrom(said, known);
      // A place that was chosen for another town is wrong; none is better.
      const isLeft = said.city !== actor.city && said.lon === actor.lon && said.lat === actor.lat;
      const place = isLeft ? { lon: null, lat: null } : { lon: said.lon, lat: said.lat };
      const written = await updateVersioned(tx, {
        table: 'actor',
        id: actor.id,
        expectedVersion: change.expectedVersion,
        set: {
          name: said.name,
          short_name: said.shortName,
          summary: said.summary,
          description: said.description,
          themes: said.themes,
          competences: said.competences,
          sector: said.sector,
          section: derived.section,
          occupations: said.occupations,
          street: said.street,
          postal_code: said.postalCode,
          city: said.city,
          district: said.district,
          website: said.website,
          size: said.size,
          employer_id: said.employerId,
          slug,
          sort_name: derived.sortName,
          search_text: derived.searchText,
          confirmed_on: confirmedOn,
          provenance,
          ...place,
        },
      });
      if (!written.ok) return written;
      if (slug !== actor.slug) await this.actors.moveSlug(tx, actor, slug);
      await this.actors.replaceContacts(tx, actor.id, contacts);
      return this.tell(tx, viewer, actor.id, act);
    });
  }

  /** Notes that the profile still holds. */
  async confirmProfile(viewer: Viewer, region: Region, change: { actorId: Id; expectedVersion: number }): Promise<Result<Actor>> {
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.ofRegion(tx, region, change.actorId);
      if (!actor) return refuse('NOT_PERMITTED');
      const decision = confirmProfile(viewer, actor, this.clock.today(region.timeZone));
      if (!decision.ok) return decision;
      const written = await updateVersioned(tx, {
        table: 'actor',
        id: actor.id,
        expectedVersion: change.expectedVersion,
        set: { confirmed_on: decision.value, provenance: 'ENTERED' },
      });
      return written.ok ? this.tell(tx, viewer, actor.id, 'actor.profileConfirmed') : written;
    });
  }

  /** Shows a kept picture as the logo, or none; gives the actor as it is now. Doing it again changes nothing. */
  async setLogo(
    viewer: Viewer,
    region: Region,
    change: { actorId: Id; expectedVersion: number; hash: string | null },
  ): Promise<Result<Actor>> {
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.ofRegion(tx, region, change.actorId);
      if (!actor) return refuse('NOT_PERMITTED');
      const decision = changeLogo(viewer, actor, change.hash);
      if (!decision.ok) return decision;
      if (decision.value === actor.logoHash) return ok(actor);
      if (decision.value !== null && !(await this.files.isKept(tx, decision.value))) return refuse('LOGO_GONE', { field: 'logo' });
      const written = await updateVersioned(tx, {
        table: 'actor',
        id: actor.id,
        expectedVersion: change.expectedVersion,
        set: { logo_hash: decision.value },
      });
      if (!written.ok) return written;
      return this.tell(tx, viewer, actor.id, decision.value === null ? 'actor.logoRemoved' : 'actor.logoSet');
    });
  }

  /** Lets it be proposed to others, or not; gives the actor as it is now. Doing it again changes nothing. */
  async setProposable(
    viewer: Viewer,
    region: Region,
    change: { actorId: Id; expectedVersion: number; proposable: boolean },
  ): Promise<Result<Actor>> {
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.ofRegion(tx, region, change.actorId);
      if (!actor) return refuse('NOT_PERMITTED');
      const decision = changeProposable(viewer, actor, change.proposable);
      if (!decision.ok) return decision;
      if (decision.value === actor.proposable) return ok(actor);
      const { actorId: id, expectedVersion } = change;
      const written = await updateVersioned(tx, { table: 'actor', id, expectedVersion, set: { proposable: decision.value } });
      if (!written.ok) return written;
      // That somebody wants to be left alone is nobody's news.
      return this.tell(tx, viewer, id, decision.value ? 'actor.proposingAllowed' : 'actor.proposingStopped', 'COORDINATORS');
    });
  }

  private async ofRegion(tx: Tx, region: Region, id: Id): Promise<Actor | null> {
    const actor = await this.actors.find(tx, id);
    return actor?.regionId === region.id ? actor : null;
  }

  /** The address that belongs to a name: the present one while the name leads to it, else the first that is free. */
  private async slugFor(tx: Tx, actor: Actor, name: string): Promise<string> {
    if (name === actor.name) return actor.slug;
    const wanted = slugOf(name);
    return firstFree(wanted, await this.actors.takenSlugs(tx, actor.regionId, wanted, actor.id));
  }

  private async tell(tx: Tx, viewer: Viewer, id: Id, verb: string, audience: Audience = 'PUBLIC'): Promise<Result<Actor>> {
    const actor = (await this.actors.find(tx, id))!;
    await keepProfiles(tx, [id], { act: verb, at: this.clock.now(), viewer });
    await this.outbox.append(tx, { aggregate: 'actor', id, regionId: actor.regionId });
    await this.acts.record(tx, {
      viewer,
      regionId: actor.regionId,
      actorId: id,
      verb,
      subject: { type: 'actor', id, title: actor.name, slug: actor.slug },
      audience,
    });
    return ok(actor);
  }
}
