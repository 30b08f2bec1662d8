import type { IncomingHttpHeaders } from 'node:http';

/** The language of answers and mails. */
export type Language = 'de' | 'en';

/** What the resolvers of one operation know of its request. Rooms add their part by declaration merging and `addToContext`. */
export interface GraphqlContext {
  headers: IncomingHttpHeaders;
  /** Address of the client as the server sees it; for limits, never stored or logged. */
  clientAddress: string;
  language: Language;
  /** Under what a visitor's answer may be kept. */
  publicKey?: string | undefined;
}

type Contribution = (context: GraphqlContext) => Promise<void>;

/** Rooms register what they add; run in the order of registration, earlier rooms first. */
export class ContextContributions {
  private readonly contributions: Contribution[] = [];
  private standing: (context: GraphqlContext) => string = () => '';

  add(contribution: Contribution): void {
    this.contributions.push(contribution);
  }

  /** Who asks with which rights, as a text that differs when either does: an open subscription ends when it changes. */
  tellStanding(standing: (context: GraphqlContext) => string): void {
    this.standing = standing;
  }

  standingOf(context: GraphqlContext): string {
    return this.standing(context);
  }

  async create(request: Pick<GraphqlContext, 'headers' | 'clientAddress' | 'publicKey'>): Promise<GraphqlContext> {
    const context = { ...request, language: languageOf(request.headers) };
    for (const contribute of this.contributions) await contribute(context);
    return context;
  }
}

function languageOf(headers: IncomingHttpHeaders): Language {
  const wanted = String(headers['x-language'] ?? headers['accept-language'] ?? 'de');
  return /^\s*en/i.test(wanted) ? 'en' : 'de';
}

/** One object per operation, made when first asked for: for loaders that batch within an operation. */
export function perRequest<Value extends object>(create: (context: GraphqlContext) => Value): (context: GraphqlContext) => Value {
  const made = new WeakMap<GraphqlContext, Value>();
  return (context) => {
    const existing = made.get(context);
    if (existing) return existing;
    const value = create(context);
    made.set(context, value);
    return value;
  };
}
