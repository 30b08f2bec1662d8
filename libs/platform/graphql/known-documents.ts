import { GraphQLError } from 'graphql';

/** The documents of the built client by their SHA-256, and whether others are answered as well. */
export class KnownDocuments {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly all: ReadonlySet<string>;

  constructor(
    documents: Readonly<Record<string, string>>,
    private readonly open: boolean,
  ) {
    this.texts = new Map(Object.entries(documents));
    this.all = new Set(this.texts.values());
  }

  /** The document with a hash, as a request names it under `extensions.persistedQuery.sha256Hash`. */
  textOf(hash: unknown): string | undefined {
    return typeof hash === 'string' ? this.texts.get(hash) : undefined;
  }

  /** Whether a text is one of the built client. */
  knows(text: string): boolean {
    return this.all.has(text);
  }

  /** What is said against a text that came as a whole; null: it may be carried out. */
  refusal(text: unknown): GraphQLError | null {
    if (this.open || typeof text !== 'string' || text === '') return null;
    if (this.knows(text)) return null;
    return new GraphQLError('Only the operations of the built client are answered here. Load the page anew.', {
      extensions: { code: 'OPERATION_UNKNOWN', http: { status: 400 } },
    });
  }
}

/** The hash in the extensions of a request. */
export function hashIn(extensions: unknown): unknown {
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  return persisted?.sha256Hash;
}

/** For Apollo's lookup of hashes: it reads what was built and learns nothing from those who ask. */
export function asReadOnlyCache(documents: KnownDocuments) {
  return {
    get: (key: string) => Promise.resolve(documents.textOf(key.replace(/^apq:/, ''))),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(false),
  };
}
