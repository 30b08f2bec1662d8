import { CreatePlatform20261125020000 } from './20261125020000-create-platform';

/** In the order in which they run. Append-only: a migration that has run somewhere is never changed. */
export const migrations = [CreatePlatform20261125020000];
