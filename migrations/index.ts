import { CreatePlatform20261125020000 } from './20261125020000-create-platform';
import { CreateRegions20261125020010 } from './20261125020010-create-regions';
import { CreateIdentity20261125020020 } from './20261125020020-create-identity';
import { CreateActors20261125020040 } from './20261125020040-create-actors';
import { CreateAgreements20261125020050 } from './20261125020050-create-agreements';
import { CreateInitiatives20261125020060 } from './20261125020060-create-initiatives';
import { CreateChallenges20261125020070 } from './20261125020070-create-challenges';
import { CreateAlliances20261125020080 } from './20261125020080-create-alliances';
import { CreateNetwork20261125020090 } from './20261125020090-create-network';
import { CreateCoordination20261125020097 } from './20261125020097-create-coordination';
import { ShowDeclaredTies20261126220000 } from './20261126220000-show-declared-ties';
import { TellWhoLeads20261126221000 } from './20261126221000-tell-who-leads';
import { CreateMatching20261126221500 } from './20261126221500-create-matching';
import { CreateBackup20261127024000 } from './20261127024000-create-backup';
import { CountUnsentMails20261127025000 } from './20261127025000-count-unsent-mails';
import { EndSessions20261127032000 } from './20261127032000-end-sessions';
import { NoteSourceOfInitiatives20261127033000 } from './20261127033000-note-source-of-initiatives';
import { CreateImports20261127033010 } from './20261127033010-create-imports';
import { CreateNotices20261127034000 } from './20261127034000-create-notices';
import { LetInvitationsEnd20261127034010 } from './20261127034010-let-invitations-end';
import { CreateFollowing20261127040000 } from './20261127040000-create-following';
import { FindActsBySubject20261127041000 } from './20261127041000-find-acts-by-subject';
import { LetDraftsWait20261127042000 } from './20261127042000-let-drafts-wait';
import { RememberLanguage20261127043000 } from './20261127043000-remember-language';
import { KeepFiles20261127044000 } from './20261127044000-keep-files';
import { BlockPersons20261127045000 } from './20261127045000-block-persons';
import { NameEmployeesSide20261127046000 } from './20261127046000-name-employees-side';
import { AddNextSteps20261127046010 } from './20261127046010-add-next-steps';
import { CallOffAlliances20261127046020 } from './20261127046020-call-off-alliances';
import { ReviewAlliances20261127046030 } from './20261127046030-review-alliances';
import { LetActorsNotBeProposed20261127050000 } from './20261127050000-let-actors-not-be-proposed';
import { CreateIntroductions20261127050010 } from './20261127050010-create-introductions';
import { TakePromisesFromOutside20261127052000 } from './20261127052000-take-promises-from-outside';
import { KeepMeanings20261127053000 } from './20261127053000-keep-meanings';
import { TellUntilWhen20261127056000 } from './20261127056000-tell-until-when';
import { CreateThreads20261127060000 } from './20261127060000-create-threads';
import { KeepThreadLists20261127061000 } from './20261127061000-keep-thread-lists';
import { TellWhatWaits20261127061010 } from './20261127061010-tell-what-waits';
import { KeepLetters20261127061020 } from './20261127061020-keep-letters';
import { KeepOutcomes20261127063000 } from './20261127063000-keep-outcomes';
import { LetActorsCorrectMatching20261127064000 } from './20261127064000-let-actors-correct-matching';
import { SetRightWhatCoordinationHolds20261127064010 } from './20261127064010-set-right-what-coordination-holds';
import { GiveContributionsKinds20261127065000 } from './20261127065000-give-contributions-kinds';
import { KeepCounterOffers20261127065100 } from './20261127065100-keep-counter-offers';
import { RememberEmployeesAsked20261127065200 } from './20261127065200-remember-employees-asked';
import { LetMembersComeAndGo20261127066000 } from './20261127066000-let-members-come-and-go';
import { LetAlliancesState20261127066010 } from './20261127066010-let-alliances-state';
import { KeepDocuments20261127066020 } from './20261127066020-keep-documents';
import { KeepNetworkColumns20261127070000 } from './20261127070000-keep-network-columns';
import { KeepMeasures20261127071000 } from './20261127071000-keep-measures';
import { KeepNetworkViews20261127072000 } from './20261127072000-keep-network-views';
import { SetRightNetworkNotes20261127072010 } from './20261127072010-set-right-network-notes';
import { TellHowDaysAreKnown20261127079000 } from './20261127079000-tell-how-days-are-known';
import { KeepRegionOutlines20261128020000 } from './20261128020000-keep-region-outlines';
import { KeepTickets20261128050000 } from './20261128050000-keep-tickets';
import { TellSessions20261128050010 } from './20261128050010-tell-sessions';
import { KeepSecondFactors20261128050020 } from './20261128050020-keep-second-factors';
import { LinkAccounts20261128050030 } from './20261128050030-link-accounts';
import { TakeFactorsAway20261128050040 } from './20261128050040-take-factors-away';
import { TellSectorAndOccupations20261128060000 } from './20261128060000-tell-sector-and-occupations';
import { ImportTables20261128070000 } from './20261128070000-import-tables';
import { CreateModeration20261128090000 } from './20261128090000-create-moderation';
import { KeepAuditTrail20261128091000 } from './20261128091000-keep-audit-trail';
import { InviteToMandates20261128091010 } from './20261128091010-invite-to-mandates';
import { RegisterOrganisations20261128091020 } from './20261128091020-register-organisations';
import { KeepErasures20261128100000 } from './20261128100000-keep-erasures';
import { AskWhetherEntriesAreRight20261128110000 } from './20261128110000-ask-whether-entries-are-right';
import { KeepVersionsOfEntries20261128110010 } from './20261128110010-keep-versions-of-entries';
import { MergeActors20261128120000 } from './20261128120000-merge-actors';
import { SaveSearches20261128130000 } from './20261128130000-save-searches';
import { HideEntries20261128181000 } from './20261128181000-hide-entries';
import { RememberErasedAddresses20261128182000 } from './20261128182000-remember-erased-addresses';
import { ProposeCompetences20261128130100 } from './20261128130100-propose-competences';
import { ImportEntries20261128140000 } from './20261128140000-import-entries';
import { ImportTies20261128140010 } from './20261128140010-import-ties';
import { ImportInitiatives20261128140020 } from './20261128140020-import-initiatives';
import { NameEmployersOfCouncils20261128150000 } from './20261128150000-name-employers-of-councils';
import { LetOrganisationsSucceed20261128170000 } from './20261128170000-let-organisations-succeed';

/** In the order in which they run. Append-only: a migration that has run somewhere is never changed. */
export const migrations = [
  CreatePlatform20261125020000,
  CreateRegions20261125020010,
  CreateIdentity20261125020020,
  CreateActors20261125020040,
  CreateAgreements20261125020050,
  CreateInitiatives20261125020060,
  CreateChallenges20261125020070,
  CreateAlliances20261125020080,
  CreateNetwork20261125020090,
  CreateCoordination20261125020097,
  ShowDeclaredTies20261126220000,
  TellWhoLeads20261126221000,
  CreateMatching20261126221500,
  CreateBackup20261127024000,
  CountUnsentMails20261127025000,
  EndSessions20261127032000,
  NoteSourceOfInitiatives20261127033000,
  CreateImports20261127033010,
  CreateNotices20261127034000,
  LetInvitationsEnd20261127034010,
  CreateFollowing20261127040000,
  FindActsBySubject20261127041000,
  LetDraftsWait20261127042000,
  RememberLanguage20261127043000,
  KeepFiles20261127044000,
  BlockPersons20261127045000,
  NameEmployeesSide20261127046000,
  AddNextSteps20261127046010,
  CallOffAlliances20261127046020,
  ReviewAlliances20261127046030,
  LetActorsNotBeProposed20261127050000,
  CreateIntroductions20261127050010,
  TakePromisesFromOutside20261127052000,
  KeepMeanings20261127053000,
  TellUntilWhen20261127056000,
  CreateThreads20261127060000,
  KeepThreadLists20261127061000,
  TellWhatWaits20261127061010,
  KeepLetters20261127061020,
  KeepOutcomes20261127063000,
  LetActorsCorrectMatching20261127064000,
  SetRightWhatCoordinationHolds20261127064010,
  GiveContributionsKinds20261127065000,
  KeepCounterOffers20261127065100,
  RememberEmployeesAsked20261127065200,
  LetMembersComeAndGo20261127066000,
  LetAlliancesState20261127066010,
  KeepDocuments20261127066020,
  KeepNetworkColumns20261127070000,
  KeepMeasures20261127071000,
  KeepNetworkViews20261127072000,
  SetRightNetworkNotes20261127072010,
  TellHowDaysAreKnown20261127079000,
  KeepRegionOutlines20261128020000,
  KeepTickets20261128050000,
  TellSessions20261128050010,
  KeepSecondFactors20261128050020,
  LinkAccounts20261128050030,
  TakeFactorsAway20261128050040,
  TellSectorAndOccupations20261128060000,
  ImportTables20261128070000,
  CreateModeration20261128090000,
  KeepAuditTrail20261128091000,
  InviteToMandates20261128091010,
  RegisterOrganisations20261128091020,
  KeepErasures20261128100000,
  AskWhetherEntriesAreRight20261128110000,
  KeepVersionsOfEntries20261128110010,
  MergeActors20261128120000,
  SaveSearches20261128130000,
  ProposeCompetences20261128130100,
  ImportEntries20261128140000,
  ImportTies20261128140010,
  ImportInitiatives20261128140020,
  NameEmployersOfCouncils20261128150000,
  LetOrganisationsSucceed20261128170000,
  HideEntries20261128181000,
  RememberErasedAddresses20261128182000,
];
