import { z } from 'zod';

/** A service by which people sign in, spoken to in OpenID Connect. */
export interface SignOnService {
  /** Stands in addresses: `/api/auth/oidc/<key>/callback`. */
  key: string;
  /** What the sign-in page calls it. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const VARIABLE = /^OIDC_([A-Z0-9]+)_(NAME|ISSUER|CLIENT_ID|CLIENT_SECRET)$/;

const schema = z.object({
  NAME: z.string('is needed: what the sign-in page calls the service').max(60),
  ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of the service, as its discovery document says it' }),
  CLIENT_ID: z.string('is needed: the service gives it'),
  CLIENT_SECRET: z.string('is needed: the service gives it'),
});

/** The services that variables like `OIDC_LAND_ISSUER` name, and in a line each what is wrong with them. */
export function readSignOn(
  environment: Record<string, string | undefined>,
  production: boolean,
): { services: SignOnService[]; problems: string[] } {
  const given = new Map<string, Record<string, string>>();
  for (const [variable, value] of Object.entries(environment)) {
    const [, name, part] = VARIABLE.exec(variable) ?? [];
    if (name && part && value) given.set(name, { ...given.get(name), [part]: value });
  }
  const services: SignOnService[] = [];
  const problems: string[] = [];
  for (const [name, values] of given) {
    const parsed = schema.safeParse(values);
    if (!parsed.success) problems.push(...parsed.error.issues.map(({ path, message }) => `OIDC_${name}_${path.join('')} ${message}`));
    else if (production && !parsed.data.ISSUER.startsWith('https:'))
      problems.push(`OIDC_${name}_ISSUER must start with https:// in production`);
    else {
      const { NAME, ISSUER, CLIENT_ID, CLIENT_SECRET } = parsed.data;
      services.push({ key: name.toLowerCase(), name: NAME, issuer: ISSUER, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
    }
  }
  return { services, problems };
}
