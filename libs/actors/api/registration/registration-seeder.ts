import { Injectable } from '@nestjs/common';
import type { Registration } from '@knotenpunkt/actors/domain';
import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedLoader, SeedRegistration } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { RegistrationRepository } from './registration.repository';

/** Sets up who waits to speak for an organisation of a region. */
@Injectable()
export class RegistrationSeeder implements SeedLoader {
  readonly room = 'actors';

  constructor(private readonly registrations: RegistrationRepository) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const one of seed.registrations) await this.registrations.insert(tx, registrationOf(one, seed, region));
  }
}

function registrationOf(one: SeedRegistration, seed: RegionSeed, region: Region): Registration {
  const claimed = seed.actors.find(({ key }) => key === one.actor);
  const founded = one.founded ?? { name: '', kind: 'OTHER' as const, city: '', website: '', summary: '', employer: null };
  const { name, kind, city, website, summary } = claimed ?? founded;
  return {
    ...{ id: idFrom(region.slug, 'registration', one.key), regionId: region.id, personId: idFrom(region.slug, 'person', one.person) },
    ...{ actorId: claimed ? idFrom(region.slug, 'actor', claimed.key) : null, claims: claimed !== undefined },
    employerId: !claimed && founded.employer ? idFrom(region.slug, 'actor', founded.employer) : null,
    ...{ name, kind, city, website: website ?? '', summary, position: one.position, evidence: one.evidence },
    ...{ state: one.question === null ? 'ASKED' : 'QUESTIONED', question: one.question ?? '', answer: '' },
    ...{ way: null, note: '', reason: '', askedOn: one.askedOn, decidedOn: null, version: 1 },
  };
}
