import { Classification } from './classification';
import vocabulary from './occupations.json' with { type: 'json' };

/** Only ever imported dynamically (see index.ts). There is no English edition: the German names serve both languages. */
export const occupations = new Classification(vocabulary.classes.map(([code, name]) => ({ code: code!, de: name!, en: name! })));
