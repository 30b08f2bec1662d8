import { z } from 'zod';
import { readSignOn, type SignOnService } from './sign-on';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const webAddress = z.url({ protocol: /^https?$/, error: 'must start with https:// or http://' });

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
    /** The address people type; links in mails start with it. */
    PUBLIC_URL: z.url().optional(),
    /** Missing: an embedded Postgres in DATA_FOLDER. */
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
      .optional(),
    DATA_FOLDER: z.string().default('.data'),
    /** The folder that holds the sentence model; missing: ../shared/models, where that is there. */
    MODELS_FOLDER: z.string().optional(),
    GRAPH: z.enum(['embedded', 'neo4j']).default('embedded'),
    NEO4J_URL: z
      .string()
      .regex(/^(bolt|neo4j)(\+s(sc)?)?:\/\//, 'must start with bolt:// or neo4j://')
      .optional(),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().default(''),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().default('Knotenpunkt <knotenpunkt@localhost>'),
    DEFAULT_REGION: z.string().default('harkenrode'),
    /** Loads the example regions with demo logins on an empty database. Refused in production. */
    DEMO: flag.optional(),
    /** Who runs the installation, for Impressum and Datenschutz. Lines of the address are separated by semicolons. */
    OPERATOR_NAME: z.string().optional(),
    OPERATOR_ADDRESS: z.string().optional(),
    OPERATOR_MAIL: z.email('must be a mail address').optional(),
    OPERATOR_PHONE: z.string().optional(),
    OPERATOR_REPRESENTED_BY: z.string().optional(),
    OPERATOR_IMPRINT_URL: webAddress.optional(),
    OPERATOR_PRIVACY_URL: webAddress.optional(),
    OPERATOR_ACCESSIBILITY_URL: webAddress.optional(),
    /** What the operator grants for the public data of its regions; missing: nothing, except for invented regions. */
    OPERATOR_DATA_LICENCE: z.enum(['dl-de/by-2-0', 'dl-de/zero-2-0', 'cc-by/4.0', 'cc-zero']).optional(),
    /** Whoever fetches /metrics sends it as a bearer token; missing: nobody gets them. */
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    /** Where a process that only works answers /health, /ready and /metrics; 0: any free port. */
    WORK_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    /** Answers documents that are not of the built client. Missing: not in production. */
    OPEN_QUERIES: flag.optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((values, context) => {
    const production = values.NODE_ENV === 'production';
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (production && values.DEMO) problem('DEMO', 'demo logins are refused in production: leave DEMO away');
    if (production && !values.AUTH_SECRET) problem('AUTH_SECRET', 'is needed in production: at least 32 random characters');
    if (production && !values.DATABASE_URL)
      problem('DATABASE_URL', 'is needed in production, for example postgres://user:password@host/knotenpunkt');
    if (production && !values.PUBLIC_URL) problem('PUBLIC_URL', 'is needed in production, for example https://knotenpunkt.example.org');
    if (values.GRAPH === 'neo4j' && !values.NEO4J_URL)
      problem('NEO4J_URL', 'is needed when GRAPH=neo4j, for example bolt://127.0.0.1:7687');
  });

/** Who runs the installation; what is missing, the legal pages say is missing. */
export interface Operator {
  name: string;
  address: string[];
  mail?: string;
  phone?: string;
  representedBy?: string;
  /** Addresses of the operator's own texts. */
  imprintUrl?: string;
  privacyUrl?: string;
  accessibilityUrl?: string;
  /** Licence of the open data. */
  dataLicence?: 'dl-de/by-2-0' | 'dl-de/zero-2-0' | 'cc-by/4.0' | 'cc-zero';
}

/** What can be set from outside, checked once at start. */
export interface Configuration {
  production: boolean;
  host: string;
  port: number;
  publicUrl: string;
  databaseUrl: string | null;
  dataFolder: string;
  /** Null: not set. */
  modelsFolder: string | null;
  graph: { kind: 'embedded' } | { kind: 'neo4j'; url: string; user: string; password: string };
  authSecret: string;
  smtpUrl: string | null;
  mailFrom: string;
  defaultRegion: string;
  demo: boolean;
  /** Whether documents are answered that are not of the built client. */
  openQueries: boolean;
  /** Null until OPERATOR_NAME is set. */
  operator: Operator | null;
  /** Services by which people sign in. */
  signOn: SignOnService[];
  metricsToken: string | null;
  workPort: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The configuration does not hold: `message` has one line a fault, each naming the variable and the remedy. */
export class ConfigurationError extends Error {}

/** Reads the configuration from environment variables; throws `ConfigurationError`. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const signOn = readSignOn(given, given['NODE_ENV'] === 'production');
  const problems = [...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`), ...signOn.problems];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  return {
    production,
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/$/, ''),
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.DATA_FOLDER,
    modelsFolder: values.MODELS_FOLDER ?? null,
    graph:
      values.GRAPH === 'neo4j'
        ? { kind: 'neo4j', url: values.NEO4J_URL!, user: values.NEO4J_USER, password: values.NEO4J_PASSWORD }
        : { kind: 'embedded' },
    // Sessions of a development server may end with it; production insists on a secret of its own.
    authSecret: values.AUTH_SECRET ?? 'development-only-secret-of-no-value',
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    defaultRegion: values.DEFAULT_REGION,
    demo: values.DEMO ?? !production,
    openQueries: values.OPEN_QUERIES ?? !production,
    operator: operatorOf(values),
    signOn: signOn.services,
    metricsToken: values.METRICS_TOKEN ?? null,
    workPort: values.WORK_PORT,
    logLevel: values.LOG_LEVEL,
  };
}

function operatorOf(values: z.output<typeof schema>): Operator | null {
  if (!values.OPERATOR_NAME) return null;
  const address = (values.OPERATOR_ADDRESS ?? '').split(';').map((line) => line.trim());
  return {
    name: values.OPERATOR_NAME,
    address: address.filter((line) => line !== ''),
    mail: values.OPERATOR_MAIL,
    phone: values.OPERATOR_PHONE,
    representedBy: values.OPERATOR_REPRESENTED_BY,
    imprintUrl: values.OPERATOR_IMPRINT_URL,
    privacyUrl: values.OPERATOR_PRIVACY_URL,
    accessibilityUrl: values.OPERATOR_ACCESSIBILITY_URL,
    dataLicence: values.OPERATOR_DATA_LICENCE,
  };
}
