import { print } from 'graphql';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { currentLanguage } from '@knotenpunkt/webkit/i18n';
import { byItsHash } from './hash';

const REGIONS = graphql(`
  query Regions {
    regions {
      slug
      name
      timeZone
      example
      asOf
      sourceNote
    }
  }
`);

/** A region of this installation as every visitor may know it; its name in the language of the interface. */
export type RegionConfiguration = Omit<ResultOf<typeof REGIONS>['regions'][number], '__typename'>;

/** Who runs this installation, for Impressum and Datenschutz. The operator fills it in; what is missing is said to be missing. */
export interface OperatorConfiguration {
  name?: string;
  address?: string[];
  mail?: string;
  phone?: string;
  representedBy?: string;
  /** Address of the operator's own privacy notice, legal notice or statement on accessibility. */
  privacyUrl?: string;
  imprintUrl?: string;
  accessibilityUrl?: string;
  /** Under which licence the operator grants public data. */
  dataLicence?: string;
}

/** What the client asks for before anything is drawn: `/config.json` and the list of regions. */
export interface ClientConfiguration {
  regions: RegionConfiguration[];
  defaultRegion: string | null;
  operator: OperatorConfiguration | null;
}

const NOTHING_KNOWN: ClientConfiguration = { regions: [], defaultRegion: null, operator: null };

async function readConfiguration(): Promise<Partial<ClientConfiguration>> {
  const answer = await fetch('/config.json', { headers: { accept: 'application/json' } });
  // A server of files alone answers with the page itself.
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return {};
  return (await answer.json()) as Partial<ClientConfiguration>;
}

/** The regions by name. Asked without the data client, which belongs to one region already. */
export async function loadRegions(): Promise<RegionConfiguration[]> {
  const ask = async (document: object) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-language': currentLanguage() },
      body: JSON.stringify(document),
    });
    return ((await answer.json()) as { data?: ResultOf<typeof REGIONS> | null }).data?.regions;
  };
  // A server that was built apart from this page may not know the hash.
  return (await ask({ extensions: byItsHash(REGIONS) })) ?? (await ask({ query: print(REGIONS) })) ?? [];
}

/** Reads what is needed to begin. What cannot be had is left empty: the page then still comes and says what is wrong. */
export async function loadConfiguration(): Promise<ClientConfiguration> {
  const [configuration, regions] = await Promise.all([readConfiguration().catch(() => ({})), loadRegions().catch(() => [])]);
  return { ...NOTHING_KNOWN, ...configuration, regions };
}
