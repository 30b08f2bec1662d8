import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';

/** Fits where forty characters are allowed. */
export const TINY = '<img src=x onerror=ran()>';
export const SHORT = '"><img src=x onerror=ran()><svg onload=ran()> [k](javascript:ran())';
/** Everything at once: HTML, Markdown that becomes HTML, links that run, templates. */
export const LONG = [
  '<script>ran()</script><img src=x onerror="ran()"><svg/onload=ran()><details open ontoggle=ran()>',
  '[Klick](javascript:ran()) [Klick]( java\tscript:ran()) [Klick](data:text/html,<script>ran()</script>) <javascript:ran()>',
  '![Bild](x "onerror=ran()") ![Bild](https://elsewhere.example/pixel.png) <a href="javascript:ran()">Klick</a>',
  '<style>*{display:none}</style><iframe srcdoc="<script>parent.ran()</script>"></iframe><base href="https://elsewhere.example/">',
  "{{constructor.constructor('ran()')()}} ${ran()} <p style=position:fixed;inset:0>",
].join('\n\n');
export const LINK = 'javascript:ran()';

type Answer = Record<string, { __typename: string; code?: string; field?: string } & Record<string, unknown>>;

/** Writes through GraphQL as whoever is signed in, with the texts a form would not let pass so easily. */
export class Writer {
  constructor(private readonly request: APIRequestContext) {}

  async signIn(key: string): Promise<void> {
    const data = { email: `${key}@harkenrode.example`, password: 'knotenpunkt-demo' };
    expect((await this.request.post('/api/auth/sign-in/email', { data })).status()).toBe(200);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const answer = (await (await this.request.post('/graphql', { data: { query, variables } })).json()) as { data: Data; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  private async send(mutation: string, input: object): Promise<Answer[string]> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const known = mutation === 'publishChallenge' ? 'ChallengeVersionInput' : type;
    const answer = await this.ask<Answer>(
      `mutation($input: ${known}!) { ${mutation}(input: $input) { __typename ... on Refused { code field } } }`,
      { input },
    );
    return answer[mutation]!;
  }

  /** Carried out; the id of what was made. */
  async write(mutation: string, input: object): Promise<string> {
    const id = (input as { id?: string }).id ?? randomUUID();
    const { __typename, code, field } = await this.send(mutation, { ...input, ...('actorId' in input && !('id' in input) ? {} : { id }) });
    expect([mutation, __typename, code, field]).toEqual([
      mutation,
      expect.not.stringMatching(/Refused|StaleVersion/),
      undefined,
      undefined,
    ]);
    return id;
  }

  /** Refused with a code and the name of the field. */
  async refused(mutation: string, input: object): Promise<string> {
    const { __typename, field } = await this.send(mutation, input);
    expect([mutation, __typename]).toEqual([mutation, 'Refused']);
    return String(field);
  }
}
