import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceResult } from '../alliance.graphql';
import { AddAllianceDocumentInput, DocumentType, RemoveAllianceDocumentInput } from './document.graphql';
import { DocumentService } from './document.service';

/** Documents of alliances; their bytes come and go outside of GraphQL. */
@Resolver(() => DocumentType)
export class DocumentResolver {
  constructor(
    private readonly documents: DocumentService,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'The member that added it.' })
  enteredBy({ enteredById }: DocumentType, _: unknown, context: GraphqlContext): Promise<ActorType | null> {
    return this.actors.byId(context).load(enteredById);
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Adds a file that was sent before, or a link. Nothing is ever fetched.' })
  async addAllianceDocument(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { fileHash = null, replacesId = null, ...input }: AddAllianceDocumentInput,
  ): Promise<typeof AllianceResult> {
    return answer(await this.documents.add(viewer, region, { ...input, fileHash, replacesId }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Takes a document away; title and reason stay.' })
  async removeAllianceDocument(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RemoveAllianceDocumentInput,
  ): Promise<typeof AllianceResult> {
    return answer(await this.documents.remove(viewer, region, input));
  }
}
