import { expect, test, type Locator, type Page } from './journey';
import { inOrder, legendCount, listed, NetworkOfApi, pictured, tieKey, toldTies, type Told } from './network-as-told';

const CHOSEN = 'baeckerei-kornglueck';
/** What is shown at first: meetings only when asked for. */
const AT_FIRST = ['WORKS_TOGETHER', 'STATED'];
const FIRST_GRADE = (tie: string) => !tie.endsWith(' MET');

const inPicture = (page: Page, search: string) => page.goto(`/netzwerk?${search}${search ? '&' : ''}ansicht=bild`);
const inList = (page: Page, search: string) => page.goto(`/netzwerk?${search}${search ? '&' : ''}ansicht=liste`);
const has = (slug: string) => (tie: string) => tie.split(' ').slice(0, 2).includes(slug);

async function expectPictured(page: Page, api: NetworkOfApi, told: Told): Promise<void> {
  // Marks enter bit by bit.
  await expect.poll(() => pictured(page, api)).toEqual({ actors: told.actors, ties: told.ties });
}

/** How many ties of each grade the legend of the form says it shows. */
async function expectGradesCounted(legend: Locator, ties: readonly string[]): Promise<void> {
  for (const [grade, name] of [
    ['WORKS_TOGETHER', 'arbeiten zusammen'],
    ['STATED', 'angegeben'],
  ] as const)
    expect([name, await legendCount(legend, name)]).toEqual([name, ties.filter((tie) => tie.endsWith(grade)).length]);
}

const gradesOf = (page: Page) => page.getByRole('region', { name: 'Beziehung', exact: true });

async function openFilters(page: Page): Promise<void> {
  const fold = page.locator('details.network__fold');
  if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
}

/** The ways the page tells: the strongest at once, the others where one opens them. */
async function toldWays(page: Page, api: NetworkOfApi): Promise<string[][]> {
  await expect(page.locator('.network-path .network-steps').first()).toBeVisible();
  const ways: string[][] = [];
  for (const steps of await page.locator('.network-path .network-steps').all())
    ways.push(api.named(await steps.locator('.network-step > div > button').allTextContents()));
  return ways;
}

test('the whole network: the same actors and ties in picture, list, columns and graph', async ({ page, request }) => {
  test.slow();
  const api = await NetworkOfApi.read(request);
  const ofGraph = await api.tiesAmong(api.columns.actors);
  expect(inOrder(ofGraph.keys())).toEqual(api.columns.ties);
  const told = { actors: api.columns.actors, ties: api.columns.ties.filter(FIRST_GRADE) };

  await inPicture(page, '');
  await expectPictured(page, api, told);
  await expectGradesCounted(gradesOf(page), told.ties);

  await inList(page, '');
  const rows = await listed(page);
  expect(inOrder(rows.keys())).toEqual(told.actors);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(told.actors.map((slug) => [slug, told.ties.filter(has(slug)).length])));
  await openFilters(page);
  await expectGradesCounted(gradesOf(page), told.ties);
});

test('a chosen actor: the list tells each tie that the picture draws to it, and no other', async ({ page, request }) => {
  const api = await NetworkOfApi.read(request);
  for (const slug of [CHOSEN, 'alte-hasen-e-v', 'stadtwerke-ostwalden']) {
    const { ties } = await api.around(slug, 1, { grades: AT_FIRST });
    const own = ties.filter(has(slug));
    expect(own.length).toBeGreaterThan(0);

    await inPicture(page, `akteur=${slug}`);
    await expectPictured(page, api, { actors: api.columns.actors, ties: api.columns.ties.filter(FIRST_GRADE) });
    expect((await pictured(page, api)).ties.filter(has(slug))).toEqual(own);
    const panel = page.getByRole('complementary', { name: 'Gewählter Akteur' });
    await expect(panel.locator('.network-panel__ties > span')).toHaveText(String(own.length));

    await inList(page, `akteur=${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(api.bySlug(slug).name);
    expect(await toldTies(page, slug)).toEqual(own);
    expect((await listed(page)).get(slug)).toBe(own.length);
  }
});

test('two steps around an actor: both show whom the graph finds there', async ({ page, request }) => {
  const api = await NetworkOfApi.read(request);
  const search = `akteur=${CHOSEN}&schritte=2`;
  const told = await api.around(CHOSEN, 2, { grades: AT_FIRST });
  expect(told.actors.length).toBeGreaterThan(5);
  expect(told.actors.length).toBeLessThan(api.actors.length);

  await inPicture(page, search);
  await expectPictured(page, api, told);

  await inList(page, search);
  await expect(page.getByText(`Gezeigt: ${told.actors.length} Akteure, ${told.ties.length} Beziehungen.`)).toBeVisible();
  expect(inOrder((await listed(page)).keys())).toEqual(told.actors);
  const rings = page.getByRole('region', { name: 'Umgebung' }).locator('.network-ring li > span > button');
  expect(inOrder([CHOSEN, ...api.named(await rings.allTextContents())])).toEqual(told.actors);
  expect(await toldTies(page, CHOSEN)).toEqual(told.ties.filter(has(CHOSEN)));
});

test('filtered by kinds and a theme, with meetings', async ({ page, request }) => {
  const api = await NetworkOfApi.read(request);
  const [kinds, theme] = [['COMPANY', 'SCIENCE', 'EDUCATION'], api.bySlug('baeckerei-kornglueck').themes[0]!];
  const left = api.actors.filter((actor) => kinds.includes(actor.kind) && actor.themes.includes(theme)).map(({ slug }) => slug);
  const ofGraph = await api.tiesAmong(left, { kinds, themes: [theme] });
  const told = { actors: inOrder(left), ties: inOrder(ofGraph.keys()) };
  expect(told.ties.length).toBeGreaterThan(0);
  const search = `arten=${kinds.join(',').toLowerCase()}&feld=${theme}&beziehungen=works_together,stated,met`;

  await inPicture(page, search);
  await expectPictured(page, api, told);

  await inList(page, search);
  const rows = await listed(page);
  expect(inOrder(rows.keys())).toEqual(told.actors);
  for (const slug of told.actors.slice(0, 4)) {
    await inList(page, `akteur=${slug}&${search}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(api.bySlug(slug).name);
    expect(await toldTies(page, slug)).toEqual(told.ties.filter(has(slug)));
    expect(rows.get(slug)).toBe(told.ties.filter(has(slug)).length);
  }
});

test('a way: each step the list tells is a tie of the picture, in the order the graph has it', async ({ page, request }) => {
  const api = await NetworkOfApi.read(request);
  const search = 'akteur=alte-hasen-e-v&ziel=stadtwerke-ostwalden';
  const ways = await api.ways('alte-hasen-e-v', 'stadtwerke-ostwalden', { grades: AT_FIRST });
  expect(ways.length).toBeGreaterThan(1);
  for (const open of [inPicture, inList]) {
    await open(page, search);
    expect(await toldWays(page, api)).toEqual(ways.paths);
    await expect(page.getByText(`${ways.length} Schritte, ${ways.exactCount} Weg`)).toBeVisible();
  }
  await inPicture(page, search);
  await expect.poll(async () => (await pictured(page, api)).actors).toEqual(api.columns.actors);
  const { ties } = await pictured(page, api);
  for (const way of ways.paths)
    for (const [at, next] of way.slice(1).entries())
      expect(AT_FIRST.some((grade) => ties.includes(tieKey(way[at]!, next, grade)))).toBe(true);
});

test('two chosen: who ties them stands between them in the picture as in the list', async ({ page, request }) => {
  const api = await NetworkOfApi.read(request);
  const chosen = ['alte-hasen-e-v', 'stadtwerke-ostwalden'];
  const search = `akteur=${chosen.join(',')}`;
  const ground = await api.commonGround(chosen, { grades: AT_FIRST });
  const between = inOrder(ground.neighbours.map(({ actor }) => actor.slug));
  expect(between.length).toBe(ground.neighbourCount);
  expect(between.length).toBeGreaterThan(0);

  await inPicture(page, search);
  await expectPictured(page, api, { actors: api.columns.actors, ties: api.columns.ties.filter(FIRST_GRADE) });
  const { ties } = await pictured(page, api);
  const [one, other] = chosen.map((slug) => ties.filter(has(slug)).map((tie) => tie.split(' ').find((end) => end !== slug)!));
  expect(inOrder(one!.filter((slug) => other!.includes(slug)))).toEqual(between);

  for (const open of [inPicture, inList]) {
    await open(page, search);
    const common = page.getByRole('region', { name: 'Gemeinsames' });
    const named = common.locator('.network-common__between > li > div > button');
    await expect(named).toHaveCount(between.length);
    expect(inOrder(api.named(await named.allTextContents()))).toEqual(between);
    for (const { title } of ground.shared) if (title) await expect(common.getByText(title).first()).toBeVisible();
  }
});

const PAST = '2025-10-01';

test('a day of the past: the ties there were', async ({ page, request }) => {
  test.slow();
  const api = await NetworkOfApi.read(request);
  const ties = inOrder((await api.tiesAmong(api.columns.actors, { grades: AT_FIRST, asOf: PAST })).keys());
  expect(ties.length).toBeGreaterThan(5);
  expect(ties.length).toBeLessThan(api.columns.ties.filter(FIRST_GRADE).length);
  const busiest = api.columns.actors.toSorted((p, q) => ties.filter(has(q)).length - ties.filter(has(p)).length).slice(0, 3);

  await inPicture(page, `tag=${PAST}`);
  await expectPictured(page, api, { actors: api.columns.actors, ties });

  await inList(page, `tag=${PAST}`);
  await expect(page.getByText('Stand: 1. Oktober 2025').first()).toBeVisible();
  await expect
    .poll(async () => Object.fromEntries(await listed(page)))
    .toEqual(Object.fromEntries(api.columns.actors.map((slug) => [slug, ties.filter(has(slug)).length])));
  for (const slug of busiest) {
    await inList(page, `akteur=${slug}&tag=${PAST}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(api.bySlug(slug).name);
    await expect.poll(() => toldTies(page, slug)).toEqual(ties.filter(has(slug)));
  }
});

test('two days compared: what is new, grown and ended is what the graph tells of both', async ({ page, request }) => {
  test.slow();
  const api = await NetworkOfApi.read(request);
  const [before, after] = [await api.tiesAmong(api.columns.actors, { asOf: PAST }), await api.tiesAmong(api.columns.actors)];
  const pairOf = (tie: string) => tie.split(' ').slice(0, 2).join(' ');
  const then = new Map([...before].map(([tie, of]) => [pairOf(tie), of]));
  const running = (reasons: readonly { since: string; until: string | null }[], day: string) =>
    reasons.filter(({ since, until }) => since <= day && (until === null || until >= day)).length;
  const found: Record<string, string[]> = { new: [], grown: [], gone: [] };
  for (const [tie, { grade, reasons }] of after) {
    if (!FIRST_GRADE(tie)) continue;
    const old = then.get(pairOf(tie));
    // What a tie comes from is known better today than it was then: when it ended.
    const [ran, runs] = [running(reasons, PAST), running(reasons, api.today)];
    const better = old !== undefined && [...AT_FIRST, 'MET'].indexOf(grade) < [...AT_FIRST, 'MET'].indexOf(old.grade);
    if (!old) found.new!.push(pairOf(tie));
    else if (ran > 0 && runs === 0) found.gone!.push(pairOf(tie));
    else if (better || runs > ran) found.grown!.push(pairOf(tie));
  }
  expect(found.new!.length).toBeGreaterThan(0);

  const told = async () => {
    const changes = page.getByRole('region', { name: 'Was sich geändert hat' });
    await expect(changes.getByText(/^\d+ neu, \d+ gewachsen, \d+ beendet$/)).toBeVisible();
    const pairs: Record<string, string[]> = {};
    for (const [change, name] of Object.entries({ new: /neue Beziehung/, grown: /gewachsene Beziehung/, gone: /beendete Beziehung/ })) {
      const part = changes.getByRole('region', { name });
      while (await part.getByRole('button', { name: /weitere zeigen/ }).count())
        await part.getByRole('button', { name: /weitere zeigen/ }).click();
      pairs[change] = [];
      for (const item of await part.getByRole('listitem').all()) {
        const ends = await item.getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
        pairs[change].push(
          ends
            .map((end) => new URL(end).searchParams.get('akteur')!)
            .sort()
            .join(' '),
        );
      }
      pairs[change].sort();
    }
    return pairs;
  };
  const wanted = Object.fromEntries(Object.entries(found).map(([change, pairs]) => [change, pairs.sort()]));
  for (const open of [inPicture, inList]) {
    await open(page, `vergleich=${PAST}`);
    expect(await told()).toEqual(wanted);
  }
  await inPicture(page, `vergleich=${PAST}`);
  await expect
    .poll(async () => (await pictured(page, api)).ties.map(pairOf))
    .toEqual(expect.arrayContaining([...found.new!, ...found.gone!]));

  // Whoever has chosen an actor meanwhile hears the changes as well: the picture goes on marking them.
  const [end] = found.new![0]!.split(' ');
  for (const open of [inPicture, inList]) {
    await open(page, `akteur=${end}&vergleich=${PAST}`);
    expect(await told()).toEqual(wanted);
  }
});
