import cypherAtHome from './cypher-at-home.mjs';
import fences from './fences.mjs';
import fewParts from './few-parts.mjs';
import staysAtHome from './stays-at-home.mjs';
import textFromCatalogue from './text-from-catalogue.mjs';
import versionedWrites from './versioned-writes.mjs';

/** The house's own lint rules. */
export default {
  meta: { name: 'workshop' },
  rules: {
    'cypher-at-home': cypherAtHome,
    fences,
    'few-parts': fewParts,
    'stays-at-home': staysAtHome,
    'text-from-catalogue': textFromCatalogue,
    'versioned-writes': versionedWrites,
  },
};
