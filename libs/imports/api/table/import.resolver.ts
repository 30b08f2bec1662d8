import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ImportBatch } from '@knotenpunkt/imports/domain';
import { answer, PageArguments, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ImportReading } from './batch-reading.service';
import { ImportBatchService } from './batch.service';
import {
  ChooseImportActorInput,
  CommitImportInput,
  DecideImportRowsInput,
  ImportBatchConnection,
  ImportBatchType,
  ImportResult,
  ImportRowConnection,
  ImportRowsArguments,
  ImportVersionInput,
  MatchImportColumnsInput,
  PossibleDuplicateType,
  SaidOrganisationInput,
} from './import.graphql';
import { candidateOf, rowOf } from './import-rows';

type Answer = Promise<typeof ImportResult>;

const batchOf = (batch: ImportBatch): ImportBatchType => Object.assign(new ImportBatchType(), batch);

@Resolver(() => ImportBatchType)
export class ImportResolver {
  constructor(
    private readonly service: ImportBatchService,
    private readonly reading: ImportReading,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => ImportBatchConnection, { description: 'Tables that were sent, the newest first.' })
  async importBatches(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after }: PageArguments,
  ): Promise<InstanceType<typeof ImportBatchConnection>> {
    return toConnection(await this.reading.history(viewer, region, { first, after }), batchOf);
  }

  @Permit('COORDINATOR')
  @Query(() => ImportBatchType, { nullable: true, description: 'A table that was sent; null once it is forgotten.' })
  async importBatch(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ImportBatchType | null> {
    const batch = await this.reading.batch(viewer, region, id);
    return batch && batchOf(batch);
  }

  @Permit('COORDINATOR')
  @Query(() => ImportRowConnection, { description: 'Rows of a table with what becomes of them, in their order.' })
  async importRows(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, id, fate, kept }: ImportRowsArguments,
  ): Promise<InstanceType<typeof ImportRowConnection>> {
    return toConnection(await this.reading.rows(viewer, region, { first, after, id, fate: fate ?? null, kept: kept ?? false }), rowOf);
  }

  @Permit('SIGNED_IN')
  @Query(() => [PossibleDuplicateType], {
    description: 'Organisations of the region that may be the one somebody is about to enter; at most five.',
  })
  async possibleDuplicates(
    @CurrentRegion() region: Region,
    @Args('said') { name, street, postalCode, city, website, register }: SaidOrganisationInput,
  ): Promise<PossibleDuplicateType[]> {
    const cut = (text: string | null | undefined) => (text ?? '').slice(0, 200).trim();
    const found = await this.reading.possibleDuplicates(region, {
      name: cut(name),
      street: cut(street),
      postalCode: cut(postalCode),
      city: cut(city),
      website: cut(website),
      register: cut(register),
    });
    return found.map(candidateOf);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Says what the columns mean and begins the dry run.' })
  async matchImportColumns(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { fields, ...input }: MatchImportColumnsInput,
  ): Answer {
    return answered(await this.service.match(viewer, region, { ...input, fields: fields.map((field) => field || null) }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Whether rows are the organisations they look like.' })
  async decideImportRows(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { decision, targetId, ...input }: DecideImportRowsInput,
  ): Answer {
    return answered(await this.service.decide(viewer, region, { ...input, decision: decision ?? null, targetId: targetId ?? null }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Which organisation is meant by words of rows that fit several.' })
  async chooseImportActor(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { actorId, ...input }: ChooseImportActorInput,
  ): Answer {
    return answered(await this.service.choose(viewer, region, { ...input, actorId: actorId ?? null }));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Writes what is new and what is changed.' })
  async commitImport(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: CommitImportInput): Answer {
    return answered(await this.service.commit(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Takes back what a table wrote and nobody changed since.' })
  async undoImport(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: ImportVersionInput): Answer {
    return answered(await this.service.undo(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => ImportResult, { description: 'Throws a table away that nothing came of.' })
  async discardImport(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: ImportVersionInput): Answer {
    return answered(await this.service.discard(viewer, region, input));
  }
}

const answered = (result: Awaited<ReturnType<ImportBatchService['match']>>) =>
  answer(result.ok ? { ok: true, value: batchOf(result.value) } : result) as typeof ImportResult;
