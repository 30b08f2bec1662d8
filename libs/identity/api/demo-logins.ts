import { Inject, Injectable } from '@nestjs/common';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { loadRegionSeeds, type RegionSeed, type SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuthService, DEMO_PASSWORD } from './auth.service';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { MandateRepository } from './mandate.repository';

export interface DemoLoginOf {
  name: string;
  email: string;
  password: string;
  purpose: string;
}

/** The persons that come with an invented region. */
@Injectable()
export class DemoLogins implements SeedLoader {
  readonly room = 'identity';
  private ids: Set<Id> | null = null;

  constructor(
    private readonly auth: AuthService,
    private readonly mandates: MandateRepository,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /** What the sign-in page offers; nothing in production. */
  of(region: Region, language: 'de' | 'en'): DemoLoginOf[] {
    if (!this.settings.demo || !region.example) return [];
    const seed = loadRegionSeeds('2026-01-01').find((candidate) => candidate.region.slug === region.slug);
    return (seed?.people ?? []).map(({ name, email, purpose }) => ({ name, email, password: DEMO_PASSWORD, purpose: purpose[language] }));
  }

  /** Whether a person is one of those everybody knows the password of. Nobody is in production. */
  has(personId: Id): boolean {
    if (!this.settings.demo) return false;
    this.ids ??= new Set(
      loadRegionSeeds('2026-01-01').flatMap(({ region, people }) => people.map(({ key }) => idFrom(region.slug, 'person', key))),
    );
    return this.ids.has(personId);
  }

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const person of seed.people) {
      const personId = idFrom(region.slug, 'person', person.key);
      await this.auth.addDemoPerson(tx, personId, person);
      if (person.coordinator) await this.mandates.insertCoordinator(tx, personId, region.id);
      if (person.platformAdministrator) await this.mandates.insertPlatformAdministrator(tx, personId);
      for (const [index, mandate] of person.mandates.entries()) {
        await this.mandates.insert(tx, {
          id: idFrom(region.slug, 'mandate', person.key, String(index)),
          personId,
          actorId: idFrom(region.slug, 'actor', mandate.actor),
          regionId: region.id,
          role: mandate.role,
          fromOn: mandate.from,
          untilOn: mandate.until,
        });
      }
    }
  }
}
