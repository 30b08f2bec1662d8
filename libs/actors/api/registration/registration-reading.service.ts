import { Injectable } from '@nestjs/common';
import {
  hostOf,
  likenessOf,
  LIKENESS_REASONS,
  nameKeyOf,
  REGISTRATION_STATES,
  type LikenessReason,
  type Registration,
  type RegistrationState,
} from '@knotenpunkt/actors/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkLink, decodeCursor, isId, toPage, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { RegistrationRepository, type RegistrationRow } from './registration.repository';

/** An entry that may be the organisation somebody is about to enter again. */
export interface AlikeActor {
  actorId: Id;
  reason: LikenessReason;
  /** Somebody administers it: a mandate is asked for there. */
  administered: boolean;
}

const MOST_ALIKE = 8;
const MOST_WORDS = 6;

/** What waits, what was decided, and what is there already. */
@Injectable()
export class RegistrationReading {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly mandates: MandateService,
  ) {}

  /** Those that wait first; nothing for those who do not coordinate. */
  async page(
    viewer: Viewer,
    region: Region,
    states: readonly RegistrationState[],
    { first, after }: PageRequest,
  ): Promise<Page<RegistrationRow>> {
    const key = after ? decodeCursor(after) : null;
    const size = Math.min(Math.max(first, 1), 100);
    const wanted = states.length > 0 ? states : REGISTRATION_STATES;
    const rows = passes(viewer, 'COORDINATOR')
      ? await this.registrations.page(region.id, wanted, size, key && isId(key[1]) ? key : null)
      : [];
    return toPage(rows, size, (row) => [row.sortKey, row.id]);
  }

  waiting(region: Region): Promise<number> {
    return this.registrations.waiting(region.id);
  }

  async ofViewer(viewer: Viewer, region: Region): Promise<Registration[]> {
    return viewer.personId === null ? [] : this.registrations.ofPerson(region.id, viewer.personId);
  }

  /** Entries that may be the same, the most alike first. */
  async alike(region: Region, said: { name: string; website: string }): Promise<AlikeActor[]> {
    const link = checkLink('website', said.website);
    const website = link.ok ? link.value : '';
    const key = nameKeyOf(said.name.slice(0, 200));
    const words = key
      .split(' ')
      .filter((word) => word.length > 3 || word === key)
      .slice(0, MOST_WORDS);
    if (words.length === 0 || key === '') return [];
    const found = (await this.registrations.candidates(region.id, words, hostOf(website) ?? '')).flatMap((candidate) => {
      const reason = likenessOf({ name: said.name, website }, candidate);
      return reason === null ? [] : [{ actorId: candidate.id, reason }];
    });
    const alike = found.sort((a, b) => LIKENESS_REASONS.indexOf(a.reason) - LIKENESS_REASONS.indexOf(b.reason)).slice(0, MOST_ALIKE);
    const administered = await this.mandates.administered(
      region,
      alike.map(({ actorId }) => actorId),
    );
    return alike.map((each) => ({ ...each, administered: administered.has(each.actorId) }));
  }

  /** Whether an entry can be claimed: nobody administers it. With what the viewer has asked for already. */
  async claimOf(viewer: Viewer, region: Region, actorId: Id): Promise<{ administered: boolean; registration: Registration | null }> {
    const administered = isId(actorId) && (await this.mandates.administered(region, [actorId])).has(actorId);
    const own = await this.ofViewer(viewer, region);
    return {
      administered,
      registration: own.find((each) => each.claims && each.actorId === actorId && each.state !== 'WITHDRAWN') ?? null,
    };
  }
}
