import './messages';

export { ImportLink } from './ImportLink';
export { DuplicatesLink } from './merging/DuplicatesLink';
export { MergedEntriesNote } from './merging/MergedEntriesNote';
export { PossibleDuplicates, type SaidOrganisation } from './merging/PossibleDuplicates';
export { routes } from './routes';
