import { Classification } from './classification';
import vocabulary from './sectors.json' with { type: 'json' };

/** Only ever imported dynamically (see index.ts). */
export const sectors = new Classification(vocabulary.classes.map(([code, de, en]) => ({ code: code!, de: de!, en: en! })));
