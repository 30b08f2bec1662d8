import type { LocalDate } from '@knotenpunkt/kernel';
import { NO_LICENCE_ID, type DataLicence } from './licence';
import { TakeWords } from './take-words';

/** Raised whenever the files say something else of the same network than before: what somebody kept of them has passed then. */
export const OPEN_FORMAT = 1;

/** The files that stand open, by their names; `type` is what a browser is told, `catalogueType` what the EU's list of file types calls it. */
export const OPEN_FILES = {
  'netzwerk.json': { format: 'json', type: 'application/json', catalogueType: 'JSON' },
  'netzwerk-akteure.csv': { format: 'actorsCsv', type: 'text/csv', catalogueType: 'CSV' },
  'netzwerk-beziehungen.csv': { format: 'tiesCsv', type: 'text/csv', catalogueType: 'CSV' },
  'netzwerk.graphml': { format: 'graphml', type: 'application/graphml+xml', catalogueType: 'XML' },
  'netzwerk.gexf': { format: 'gexf', type: 'application/gexf+xml', catalogueType: 'XML' },
  'netzwerk.cyjs': { format: 'cyjs', type: 'application/json', catalogueType: 'JSON' },
} as const;
export type OpenFile = keyof typeof OPEN_FILES;
export type OpenFormat = (typeof OPEN_FILES)[OpenFile]['format'];

export const CATALOGUE_FILE = 'katalog.jsonld';

/** What a catalogue is told of the open data of a region. */
export interface CatalogueFacts {
  language: 'de' | 'en';
  region: { name: string; extent: readonly [west: number, south: number, east: number, north: number] };
  asOf: LocalDate;
  licence: DataLicence | null;
  attribution: string;
  /** What must be known before the data are used. */
  note: string | null;
  publisher: { name: string; mail: string | null };
  /** Where the files stand, without a slash at the end, and the page that explains them. */
  folder: string;
  page: string;
}

const EU = 'http://publications.europa.eu/resource/authority';
const LANGUAGES = { de: `${EU}/language/DEU`, en: `${EU}/language/ENG` };

const at = (id: string) => ({ '@id': id });

/** The description of a data set for catalogues: DCAT-AP.de 3.0 as JSON-LD. */
export function catalogueOf(facts: CatalogueFacts): object {
  const { language, region, asOf, licence, attribution, note, publisher, folder, page } = facts;
  const words = new TakeWords(language);
  const text = (value: string) => ({ '@language': language, '@value': value });
  const day = { '@type': 'xsd:date', '@value': asOf };
  const [west, south, east, north] = region.extent;
  const corners = [west, south, east, south, east, north, west, north, west, south].reduce<string[]>(
    (list, value, index, all) => (index % 2 === 0 ? [...list, `${value} ${all[index + 1]}`] : list),
    [],
  );
  const rights = {
    'dct:license': at(licence?.catalogueId ?? NO_LICENCE_ID),
    ...(licence ? { 'dcatde:licenseAttributionByText': text(attribution) } : {}),
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcatde: 'http://dcat-ap.de/def/dcatde/',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      geo: 'http://www.opengis.net/ont/geosparql#',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${folder}/${CATALOGUE_FILE}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': folder,
    'dct:title': text(words.title(region.name)),
    'dct:description': text([words.fill(words.own.open.description, { region: region.name }), note].filter(Boolean).join(' ')),
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher.name },
    ...(publisher.mail
      ? {
          'dcat:contactPoint': {
            '@type': 'vcard:Organization',
            'vcard:fn': publisher.name,
            'vcard:hasEmail': at(`mailto:${publisher.mail}`),
          },
        }
      : {}),
    'dcat:theme': at(`${EU}/data-theme/SOCI`),
    'dcat:landingPage': at(page),
    'dct:language': at(LANGUAGES[language]),
    'dct:modified': day,
    'dct:accrualPeriodicity': at(`${EU}/frequency/CONT`),
    'dct:accessRights': at(`${EU}/access-right/PUBLIC`),
    'dct:spatial': { '@type': 'dct:Location', 'dcat:bbox': { '@type': 'geo:wktLiteral', '@value': `POLYGON((${corners.join(', ')}))` } },
    'dcat:distribution': (Object.keys(OPEN_FILES) as OpenFile[]).map((file) => ({
      '@type': 'dcat:Distribution',
      '@id': `${folder}/${file}`,
      'dct:title': text(words.own.formats[OPEN_FILES[file].format].name),
      'dct:description': text(words.own.formats[OPEN_FILES[file].format].hint),
      'dcat:accessURL': at(`${folder}/${file}`),
      'dcat:downloadURL': at(`${folder}/${file}`),
      'dct:format': at(`${EU}/file-type/${OPEN_FILES[file].catalogueType}`),
      'dcat:mediaType': at(`https://www.iana.org/assignments/media-types/${OPEN_FILES[file].type}`),
      'dct:modified': day,
      ...rights,
    })),
  };
}
