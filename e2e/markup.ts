import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Browser, type Page } from './journey';
import type { OwnServer } from './own-server';

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

interface OwnActor {
  id: string;
  slug: string;
  version: number;
  city: string;
}

/** Writes through GraphQL as whoever is signed in, with the texts a form would not let pass so easily. */
export class Writer {
  constructor(private readonly request: APIRequestContext) {}

  async signIn(key: string): Promise<void> {
    const data = { email: `${key}@harkenrode.example`, password: 'knotenpunkt-demo' };
    expect((await this.request.post('/api/auth/sign-in/email', { data })).status()).toBe(200);
  }

  /** Asks in the region that is shown first, or in another (`dortmund`). */
  async ask<Data>(query: string, variables: object = {}, region = ''): Promise<Data> {
    const response = await this.request.post('/graphql', { data: { query, variables }, headers: region ? { 'x-region': region } : {} });
    const answer = (await response.json()) as { data: Data; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  /** The first organisation the person acts for. */
  async ownActor(): Promise<OwnActor> {
    const { viewer } = await this.ask<{ viewer: { mandates: { actor: OwnActor }[] } }>(
      '{ viewer { mandates { actor { id slug version city } } } }',
    );
    return viewer.mandates[0]!.actor;
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

  /** Carried out. */
  async act(mutation: string, input: object): Promise<void> {
    const { __typename, code, field } = await this.send(mutation, input);
    expect([mutation, __typename, code, field]).toEqual([
      mutation,
      expect.not.stringMatching(/Refused|StaleVersion/),
      undefined,
      undefined,
    ]);
  }

  /** Carried out; the id of what was made. */
  async write(mutation: string, input: object): Promise<string> {
    const id = (input as { id?: string }).id ?? randomUUID();
    await this.act(mutation, { ...input, ...('actorId' in input && !('id' in input) ? {} : { id }) });
    return id;
  }

  /** Refused with a code and the name of the field. */
  async refused(mutation: string, input: object): Promise<string> {
    const { __typename, field } = await this.send(mutation, input);
    expect([mutation, __typename]).toEqual([mutation, 'Refused']);
    return String(field);
  }
}

/** A person at a browser in which everything that happens beside what was asked for is noted. */
export interface Watched {
  page: Page;
  writer: Writer;
  /** What ran, asked, was refused by the browser or went elsewhere. */
  happened: string[];
}

/** A browser of its own for one person (`first.last`); `null` for a visitor. */
export async function watched(browser: Browser, server: OwnServer, key: string | null): Promise<Watched> {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  const happened: string[] = [];
  await page.exposeFunction('ran', () => void happened.push('something ran'));
  await page.exposeFunction('violated', (what: string) => void happened.push(`the browser refused ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      void (window as unknown as { violated(what: string): void }).violated(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`a fault: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== server.address) happened.push(`a request to ${url.origin}`);
  });
  const writer = new Writer(context.request);
  if (key) await writer.signIn(key);
  return { page, writer, happened };
}

/** Opens a page, waits for the text it must show to the letter, and looks for anything that could run. */
export async function look(reader: Watched, path: string, shown: string | RegExp = ''): Promise<void> {
  const { page } = reader;
  await page.goto(path);
  await expect(page.locator('main h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('main')).toContainText(shown);
  await expectNothingLive(reader, path);
}

/** Fails where the page, as it stands, holds something that could run, or where something has happened. */
export async function expectNothingLive({ page, happened }: Watched, path: string): Promise<void> {
  const live = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const names = element.getAttributeNames();
        const target = element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
        return (
          names.some((name) => /^on|^srcdoc$/.test(name)) ||
          /^\s*(javascript|data|vbscript)\s*:/i.test(target) ||
          target === 'x' ||
          (element.closest('#app') !== null && /^(script|style|iframe|base|object|embed)$/i.test(element.tagName))
        );
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );
  expect({ path, live, happened }).toEqual({ path, live: [], happened: [] });
}

/** A day from today on, as it is sent. */
export const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
