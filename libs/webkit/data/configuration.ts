/** A region of this installation as every visitor may know it. */
export interface RegionConfiguration {
  slug: string;
  name: string;
  /** IANA name such as `Europe/Berlin`: decides which day is "today". */
  timeZone: string;
}

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
}

/** What the server tells the client at `/config.json` before anything is drawn. */
export interface ClientConfiguration {
  regions: RegionConfiguration[];
  defaultRegion: string | null;
  operator: OperatorConfiguration | null;
  /** True on a demonstration installation with invented data and published logins. */
  demo: boolean;
}

const NOTHING_KNOWN: ClientConfiguration = { regions: [], defaultRegion: null, operator: null, demo: false };

/** Reads `/config.json`. Answers an empty configuration when it cannot be had: the page then still says what is wrong. */
export async function loadConfiguration(): Promise<ClientConfiguration> {
  try {
    const answer = await fetch('/config.json', { headers: { accept: 'application/json' } });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return NOTHING_KNOWN;
    return { ...NOTHING_KNOWN, ...((await answer.json()) as Partial<ClientConfiguration>) };
  } catch {
    return NOTHING_KNOWN;
  }
}
