import { Injectable } from '@nestjs/common';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import { ends, FIRST_VIEW, readView, type KeptOwner, type Visibility } from '@knotenpunkt/network/domain';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedLoader, SeedNetworkView } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkNoteRepository } from './network-note.repository';
import { RoundRepository } from './round.repository';
import { ViewRepository } from './view.repository';

const KEPT: { owner: KeptOwner; visibility: Visibility } = { owner: { kind: 'REGION' }, visibility: 'REGION' };

/** Sets up the views, rounds and notes that come with a region. */
@Injectable()
export class ViewSeeder implements SeedLoader {
  readonly room = 'network';

  constructor(
    private readonly views: ViewRepository,
    private readonly rounds: RoundRepository,
    private readonly notes: NetworkNoteRepository,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    const idOf = (type: string, key: string): Id => idFrom(region.slug, type, key);
    const kept = ({ key, name, sentence, keptOn }: { key: string; name: string; sentence: string; keptOn: string }, type: string) => ({
      ...{ ...KEPT, id: idOf(type, key), regionId: region.id, name, sentence, keptOn, changedOn: keptOn, version: 1 },
    });
    for (const view of seed.networkViews) {
      const notes = view.notes.map(({ actor, text }) => ({ actorId: idOf('actor', actor), text }));
      const value = valueOf(view, (key) => idOf('actor', key));
      await this.views.insert(tx, { ...kept(view, 'network-view'), archived: false }, { value, frame: null, places: [], notes });
    }
    for (const round of seed.networkRounds) {
      const stops = round.stops.map(({ view, sentence }) => ({ viewId: idOf('network-view', view), sentence }));
      await this.rounds.insert(tx, { ...kept(round, 'network-round'), stops });
    }
    for (const { key, actor, other, text, writtenOn } of seed.networkNotes) {
      const [actorId, otherId] = ends(idOf('actor', actor), other === null ? null : idOf('actor', other));
      await this.notes.insert(tx, { id: idOf('network-note', key), regionId: region.id, actorId, otherId, text, writtenOn, version: 1 });
    }
  }
}

function valueOf({ key, value, chosen }: SeedNetworkView, idOf: (key: string) => Id) {
  const read = readView(value);
  if (!read.ok) throw new Error(`the view "${key}" of a seed file shows what there is not: ${String(read.refusal.params?.['part'])}`);
  return { ...FIRST_VIEW, ...read.value, chosen: chosen.map(idOf) };
}
