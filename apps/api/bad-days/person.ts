import { DEMO_PASSWORD } from '@knotenpunkt/identity/api';
import { newId } from '@knotenpunkt/kernel';

/** An answer of `/graphql`. */
export interface Answer<Data = Record<string, unknown>> {
  data?: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const RIGHTS = '{ viewer { mandates { actorId } } }';
const ADD = 'mutation ($input: AddEntryInput!) { addEntry(input: $input) { __typename ... on ActorEntry { id version } } }';
const WITHDRAW = 'mutation ($input: EntryVersionInput!) { withdrawEntry(input: $input) { __typename } }';
const START = 'mutation ($input: RegisterInitiativeInput!) { registerInitiative(input: $input) { __typename } }';

/** Somebody of the example region who is signed in and acts for an organisation. */
export class Person {
  private constructor(
    readonly address: string,
    private readonly cookie: string,
  ) {}

  /** `key` as in `katrin.vossebrink`. */
  static async signedIn(address: string, key: string): Promise<Person> {
    const response = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email: `${key}@harkenrode.example`, password: DEMO_PASSWORD }),
    });
    if (!response.ok) throw new Error(`${key} is not let in: ${response.status}`);
    const lines = response.headers.getSetCookie();
    return new Person(address, lines.map((line) => line.split(';')[0]).join('; '));
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address, cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The organisation the person acts for. */
  async organisation(): Promise<string> {
    const { data } = await this.ask<{ viewer: { mandates: { actorId: string }[] } }>(RIGHTS);
    return data!.viewer.mandates[0]!.actorId;
  }

  /** Adds an offer, and withdraws it, since there may not be too many. Gives what went wrong, or null. The same `id` is the same offer. */
  async write(actorId: string, id = newId()): Promise<unknown> {
    const input = { id, actorId, direction: 'OFFER', title: `Probe ${id}` };
    const added = await this.ask<{ addEntry: { __typename: string; version: number } }>(ADD, { input });
    if (added.data?.addEntry.__typename !== 'ActorEntry') return added;
    if (added.data.addEntry.version > 1) return null;
    const withdrawn = await this.ask<{ withdrawEntry: { __typename: string } }>(WITHDRAW, { input: { id, expectedVersion: 1 } });
    // A retry finds it withdrawn already where only the answer was lost.
    return withdrawn.data?.withdrawEntry.__typename === 'ActorEntry' ? null : withdrawn;
  }

  /** Enters a Vorhaben: something new in the graph each time. Gives what went wrong, or null. */
  async startInitiative(leadId: string): Promise<unknown> {
    const id = newId();
    const input = { id, leadId, kind: 'PROJECT', title: `Probe ${id}`, summary: 'Eine Probe.', begun: true, startOn: '2026-01-01' };
    const answer = await this.ask<{ registerInitiative: { __typename: string } }>(START, { input });
    return answer.data?.registerInitiative.__typename === 'Initiative' ? null : answer;
  }
}
