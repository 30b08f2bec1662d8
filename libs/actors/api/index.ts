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
export { ActorListing } from './actor-listing';
export { EntryListing } from './entry-listing';
export { ActorLoader } from './actor.loader';
export { ActorMerging, type MergedActors, type MergeWish } from './merging/actor-merging';
export { ActorRecipients } from './actor-recipients';
export { ActorsModule } from './actors.module';
export { TieListing } from './tie-listing';
export { renderMarkdown, renderMarkdownPage } from './markdown';
