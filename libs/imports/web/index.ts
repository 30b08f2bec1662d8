import './messages';

export { ImportLink } from './ImportLink';
export { DuplicatesLink } from './merging/DuplicatesLink';
export { MergedEntriesNote } from './merging/MergedEntriesNote';
export { routes } from './routes';
export { SuccessionLink, SuccessionsLink } from './succession/SuccessionLink';
export { SuccessionNote } from './succession/SuccessionNote';
