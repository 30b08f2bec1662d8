import './messages';

export { ActorContacts } from './ActorContacts';
export { ActorEntries } from './ActorEntries';
export { ActorHeader } from './ActorHeader';
export { ActorLink } from './ActorLink';
export { ActorMap } from './ActorMap';
export { ActorPicker } from './ActorPicker';
export { ActorAbout, ActorRelations } from './ActorRelations';
export { ClaimSection } from './registration/ClaimSection';
export { RegistrationsLink } from './registration/RegistrationsLink';
export { CompetencePicker, ThemePicker } from './Pickers';
export { CompletenessNote } from './CompletenessNote';
export { ProposingSection } from './ProposingSection';
export { routes } from './routes';
export { useClassifications } from './useClassifications';
export { useCompetences } from './useCompetences';
export { useOwnActors, type Own, type OwnActor } from './useOwnActors';
export { useSteckbrief, type Steckbrief } from './useSteckbrief';
