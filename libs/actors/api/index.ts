export {
  ActorKindEnum,
  ActorSizeEnum,
  ActorType,
  AudienceEnum,
  CertaintyEnum,
  EntryDirectionEnum,
  EntryType,
  ProvenanceEnum,
} from './actor.graphql';
export { ActorHiding } from './actor-hiding';
export { ActorDirectoryService, type ActorFilter } from './actor-directory.service';
export { ActorListing, type Revised, type Revision } from './actor-listing';
export { ActorLoader } from './actor.loader';
export { ActorMerging, type MergedActors, type MergeWish } from './merging/actor-merging';
export { ActorRecipients } from './actor-recipients';
export { ActorsModule } from './actors.module';
export { renderMarkdown, renderMarkdownPage } from './markdown';
