import { expect, type APIRequestContext, type Locator, type Page } from './journey';
import { GRADES } from '@knotenpunkt/kernel';
import { applyDelta, unpackDelta, unpackNetwork } from '@knotenpunkt/network/domain';

/** What is told of a network: actors by slug, ties as "slug slug GRADE", both in order, so that two tellings can be compared. */
export interface Told {
  actors: string[];
  ties: string[];
}

export interface KnownActor {
  id: string;
  slug: string;
  name: string;
  label: string;
  kind: string;
  themes: string[];
}

interface TieOfApi {
  a: { slug: string };
  b: { slug: string };
  grade: string;
  reasons: { grade: string; since: string; until: string | null }[];
}

const TIES = 'ties { grade a { slug } b { slug } reasons { grade since until } }';
const FILTERS = '$kinds: [String!]!, $grades: [TieGrade!]!, $themes: [String!], $asOf: LocalDate';
const FILTERED = 'kinds: $kinds, grades: $grades, themes: $themes, asOf: $asOf';

/** Filters as the API takes them; empty lists leave out nothing. */
export interface Asked {
  kinds?: string[];
  grades?: string[];
  themes?: string[];
  asOf?: string;
}

export function tieKey(a: string, b: string, grade: string): string {
  return [...[a, b].sort(), grade].join(' ');
}

export const inOrder = (words: Iterable<string>) => [...new Set(words)].sort();

/** The network as the API tells it to whoever asks. */
export class NetworkOfApi {
  private constructor(
    private readonly request: APIRequestContext,
    readonly actors: readonly KnownActor[],
    /** All of it, as the columns have it that the page reads. */
    readonly columns: Told,
    /** The day in the region, which may be another than here. */
    readonly today: string,
  ) {}

  static async read(request: APIRequestContext): Promise<NetworkOfApi> {
    const { networkState } = await ask<{ networkState: { address: string; deltaAddress: string | null } }>(
      request,
      '{ networkState { address deltaAddress } }',
    );
    const bytes = async (address: string) => Uint8Array.from(await (await request.get(address)).body()).buffer;
    const whole = unpackNetwork(await bytes(networkState.address));
    const { actors, ties, kinds, themes, asOf } = networkState.deltaAddress
      ? applyDelta(whole, unpackDelta(await bytes(networkState.deltaAddress)))
      : whole;
    const known = actors.ids.map((id, at) => ({
      id,
      slug: actors.slugs[at]!,
      name: actors.names[at]!,
      label: actors.labels[at]!,
      kind: kinds[actors.kind[at]!]!,
      themes: Array.from(actors.theme.subarray(at === 0 ? 0 : actors.themeEnd[at - 1]!, actors.themeEnd[at]), (theme) => themes[theme]!),
    }));
    const slugs = known.map(({ slug }) => slug);
    const told = {
      actors: inOrder(slugs),
      ties: inOrder(Array.from(ties.a, (a, at) => tieKey(slugs[a]!, slugs[ties.b[at]!]!, GRADES[ties.grade[at]!]!))),
    };
    return new NetworkOfApi(request, known, told, asOf);
  }

  bySlug(slug: string): KnownActor {
    return this.actors.find((actor) => actor.slug === slug)!;
  }

  /** The slugs of those with these names, long or short. */
  named(names: readonly string[]): string[] {
    return names.map(
      (name) => this.actors.find((actor) => actor.name === name || actor.label === name)?.slug ?? `nobody is called ${name}`,
    );
  }

  /** Those within so many steps, with the ties among them. */
  async around(slug: string, depth: number, asked: Asked = {}): Promise<Told & { sources: readonly TieOfApi[] }> {
    const { surroundings } = await ask<{ surroundings: { nodes: { actor: { slug: string } }[]; ties: TieOfApi[] } }>(
      this.request,
      `query($id: ID!, $depth: Int!, ${FILTERS}) { surroundings(actorId: $id, depth: $depth, ${FILTERED}) { nodes { actor { slug } } ${TIES} } }`,
      { id: this.bySlug(slug).id, depth, ...filled(asked) },
    );
    return {
      actors: inOrder([slug, ...surroundings.nodes.map(({ actor }) => actor.slug)]),
      ties: inOrder(surroundings.ties.map(({ a, b, grade }) => tieKey(a.slug, b.slug, grade))),
      sources: surroundings.ties,
    };
  }

  /** The ties of everybody among these, put together from what each is told to be tied to. */
  async tiesAmong(slugs: readonly string[], asked: Asked = {}): Promise<Map<string, TieOfApi>> {
    const among = new Set(slugs);
    const ties = new Map<string, TieOfApi>();
    for (const slug of slugs)
      for (const tie of (await this.around(slug, 1, asked)).sources)
        if (among.has(tie.a.slug) && among.has(tie.b.slug)) ties.set(tieKey(tie.a.slug, tie.b.slug, tie.grade), tie);
    return ties;
  }

  async ways(from: string, to: string, asked: Asked = {}): Promise<{ length: number; exactCount: number; paths: string[][] }> {
    const { paths } = await ask<{
      paths: { length: number; exactCount: number; paths: string[][]; actors: { id: string; slug: string }[] };
    }>(
      this.request,
      `query($from: ID!, $to: ID!, ${FILTERS}) { paths(from: $from, to: $to, ${FILTERED}) { length exactCount paths actors { id slug } } }`,
      { from: this.bySlug(from).id, to: this.bySlug(to).id, ...filled(asked) },
    );
    const slugs = new Map(paths.actors.map(({ id, slug }) => [id, slug]));
    return { ...paths, paths: paths.paths.map((path) => path.map((id) => slugs.get(id)!)) };
  }

  async commonGround(slugs: readonly string[], asked: Asked = {}) {
    const { commonGround } = await ask<{
      commonGround: { neighbours: { actor: { slug: string } }[]; neighbourCount: number; shared: { title: string | null }[] };
    }>(
      this.request,
      `query($ids: [ID!]!, ${FILTERS}) { commonGround(actorIds: $ids, ${FILTERED}) { neighbours { actor { slug } } neighbourCount shared { title } } }`,
      { ids: slugs.map((slug) => this.bySlug(slug).id), ...filled(asked) },
    );
    return commonGround;
  }
}

function filled({ kinds = [], grades = [], themes = [], asOf }: Asked) {
  return { kinds, grades, themes, asOf: asOf ?? null };
}

async function ask<Data>(request: APIRequestContext, query: string, variables: object = {}): Promise<Data> {
  const answer = (await (await request.post('/graphql', { data: { query, variables } })).json()) as { data: Data; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

/** What stands in the picture and is not taken back, asked of Cytoscape itself: nobody can read a canvas. */
export async function pictured(page: Page, api: NetworkOfApi): Promise<Told> {
  const drawn = await page.evaluate(() => {
    interface Drawn {
      id(): string;
      hasClass(name: string): boolean;
      data(name: string): string;
    }
    interface Drawing {
      nodes(): Drawn[];
      edges(): Drawn[];
    }
    const held = [...document.querySelectorAll('.network__picture *')].flatMap(
      (element) => (element as unknown as { _cyreg?: { cy?: Drawing } })._cyreg?.cy ?? [],
    )[0];
    if (!held) return null;
    const left = (all: Drawn[]) => Array.from(all).filter((one) => !one.hasClass('filtered'));
    return {
      nodes: left(held.nodes()).map((node) => node.id()),
      edges: left(held.edges()).map((edge) => [edge.data('source'), edge.data('target'), edge.data('grade')] as const),
    };
  });
  const slugs = new Map(api.actors.map(({ id, slug }) => [id, slug]));
  return {
    actors: inOrder(drawn?.nodes.map((id) => slugs.get(id)!) ?? []),
    ties: inOrder(drawn?.edges.map(([a, b, grade]) => tieKey(slugs.get(a)!, slugs.get(b)!, grade)) ?? []),
  };
}

/** The actors that the list names in groups, each with the number beside it; and whether each group says how many it holds. */
export async function listed(page: Page): Promise<Map<string, number>> {
  const groups = page
    .getByRole('navigation', { name: /^Akteure nach / })
    .getByRole('region')
    .or(page.locator('.network-groups > section'));
  await expect(groups.first()).toBeVisible();
  const told = new Map<string, number>();
  for (const group of await groups.all()) {
    const more = group.getByRole('button', { name: /Alle zeigen/ });
    if (await more.count()) await more.click();
    const rows = await group.getByRole('listitem').getByRole('link').all();
    await expect(group.locator('.network-groups__head > span')).toHaveText(String(rows.length));
    for (const row of rows) {
      const slug = new URL((await row.getAttribute('href'))!, page.url()).searchParams.get('akteur')!;
      told.set(slug, Number.parseInt(await row.locator('.network-row__count').innerText(), 10));
    }
  }
  return told;
}

/** The ties that the list tells of the actor in its heading, grade by grade; each heading says how many stand below it. */
export async function toldTies(page: Page, slug: string): Promise<string[]> {
  const ties: string[] = [];
  for (const [grade, heading] of [
    ['WORKS_TOGETHER', /^Arbeitet zusammen mit/],
    ['STATED', /^Von einer Seite angegeben/],
    ['MET', /^Begegnet/],
  ] as const) {
    const part = page.getByRole('region', { name: heading });
    if (!(await part.count())) continue;
    const links = await part.locator('a[data-tie]').all();
    await expect(part.getByRole('heading', { level: 2 })).toContainText(`(${links.length})`);
    for (const link of links) {
      const other = new URL((await link.getAttribute('href'))!, page.url()).searchParams.get('akteur')!;
      ties.push(tieKey(slug, other, grade));
    }
  }
  return ties.sort();
}

/** How many the line of the legend says, by its name. */
export async function legendCount(legend: Locator, name: string): Promise<number> {
  return Number.parseInt(await legend.getByRole('button', { name }).locator('.network-row__count').innerText(), 10);
}
