import vocabulary from './competences.json' with { type: 'json' };
import { CompetenceCatalogue } from './competence';

/** Only ever imported dynamically (see index.ts), so that the vocabulary is no part of the first page a browser loads. */
export const catalogue = new CompetenceCatalogue(vocabulary);
