import { Injectable } from '@nestjs/common';
import { answerDay } from '@knotenpunkt/agreements/domain';
import { Acts } from '@knotenpunkt/identity/api';
import { VISITOR } from '@knotenpunkt/identity/domain';
import { idFrom, slugOf } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedCommitment, SeedLoader, SeedOutsidePromise } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { CommitmentRepository } from './commitment.repository';
import { OutsidePromiseRepository } from './outside-promise.repository';

/** Sets up the Zusagen of a region, kept and not, and what waits to become one. */
@Injectable()
export class CommitmentSeeder implements SeedLoader {
  readonly room = 'agreements';

  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly outsidePromises: OutsidePromiseRepository,
    private readonly acts: Acts,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    const titles = new Map([...seed.initiatives, ...seed.alliances].map(({ key, title }) => [key, title]));
    for (const commitment of seed.commitments) await this.loadOne(tx, commitment, titles.get(commitment.purpose.key) ?? '', region);
    for (const promise of seed.outsidePromises) await this.loadOutside(tx, promise, titles.get(promise.purpose.key) ?? '', region);
  }

  /** Nobody is mailed when a region is loaded: the first mail goes out when the coordination follows up. */
  private async loadOutside(tx: Tx, { key, actor, purpose, ...seed }: SeedOutsidePromise, title: string, region: Region): Promise<void> {
    const purposeId = idFrom(region.slug, purpose.type.toLowerCase(), purpose.key);
    await this.outsidePromises.insert(tx, {
      ...seed,
      id: idFrom(region.slug, 'outside-promise', key),
      regionId: region.id,
      actorId: idFrom(region.slug, 'actor', actor),
      purpose: { type: purpose.type, id: purposeId, title, slug: slugOf(title) },
      state: 'WAITING',
      enteredOn: seed.saidOn,
      answerBy: answerDay(seed.saidOn, seed.dueOn),
      remindedOn: null,
      decidedOn: null,
      objection: '',
      version: 1,
    });
  }

  private async loadOne(tx: Tx, seed: SeedCommitment, title: string, region: Region): Promise<void> {
    const idOf = (key: string) => idFrom(region.slug, 'actor', key);
    const id = idFrom(region.slug, 'commitment', seed.key);
    const purposeId = idFrom(region.slug, seed.purpose.type.toLowerCase(), seed.purpose.key);
    await this.commitments.insert(tx, {
      id,
      regionId: region.id,
      actorId: idOf(seed.actor),
      toActorId: seed.to === null ? null : idOf(seed.to),
      purpose: { type: seed.purpose.type, id: purposeId, title, slug: slugOf(title) },
      text: seed.text,
      nextStep: '',
      dueOn: seed.dueOn,
      originalDueOn: null,
      state: seed.state,
      promisedOn: seed.promisedOn,
      decidedOn: seed.decidedOn,
      evidence: seed.evidence ?? '',
      evidenceUrl: seed.evidenceUrl ?? '',
      note: seed.note ?? '',
      saidOutside: null,
      contributionKind: seed.contributionKind,
      amount: seed.amount,
      fromOn: seed.fromOn,
      version: 1,
    });
    if (seed.state === 'OPEN' || seed.decidedOn === null) return;
    await this.acts.record(tx, {
      viewer: VISITOR,
      regionId: region.id,
      actorId: idOf(seed.actor),
      otherActorId: seed.to === null ? null : idOf(seed.to),
      verb: seed.state === 'KEPT' ? 'commitment.kept' : 'commitment.withdrawn',
      subject: { type: 'commitment', id, title: seed.text },
      audience: 'PUBLIC',
      at: new Date(`${seed.decidedOn}T10:00:00Z`),
    });
  }
}
