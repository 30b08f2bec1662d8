import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const PREDECESSOR = 'Spedition Hellwald';
const SUCCESSOR = 'Logistikpark Ostwalden';
const PAGE = '/akteure/spedition-hellwald';
/** The first day of this month two months ago, and a day before that. */
const first = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - 2, 1));
const since = first.toISOString().slice(0, 10);
const before = new Date(first.getTime() - 5 * 86_400_000).toISOString().slice(0, 10);

/** Ends what an earlier try left behind, so that both are there by themselves. */
async function startOver(meryem: Page): Promise<void> {
  for (;;) {
    await meryem.goto('/koordination/zusammenschluesse');
    const left = meryem
      .getByRole('listitem')
      .filter({ hasText: PREDECESSOR })
      .filter({ hasText: /Vorgeschlagen|Festgehalten/ });
    await meryem
      .getByText(/Noch ist kein Zusammenschluss|als Teil von/)
      .first()
      .waitFor();
    if ((await left.count()) === 0) return;
    await left.first().getByRole('link').click();
    await act(
      meryem,
      (await meryem.getByRole('button', { name: 'Zurücknehmen' }).count()) > 0 ? 'Zurücknehmen' : 'Ablehnen oder zurückziehen',
    );
  }
}

async function act(page: Page, name: string, text?: { label: string; value: string }): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (text) await dialog.getByLabel(text.label).fill(text.value);
  await expectAccessible(page);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('two organisations merge: one proposes, the other agrees, the coordination confirms; the past stays, and it can be taken back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const meryem = await browserOf(browser, 'meryem.arslan');
  const reader = await browserOf(browser, null);
  await startOver(meryem);
  let address = '';

  await test.step('an administrator proposes it, and is shown what would go over', async () => {
    const katrin = await browserOf(browser, 'katrin.vossebrink');
    await katrin.goto(PAGE);
    await katrin.getByRole('link', { name: 'Zusammenschluss festhalten' }).click();
    await expect(katrin.getByRole('radio', { name: `${PREDECESSOR} ist Teil der anderen geworden` })).toBeChecked();
    await katrin.getByRole('button', { name: 'Vorschlagen' }).click();
    await expect(katrin.getByText('Wählen Sie die andere Organisation.').first()).toBeVisible();
    await katrin.getByRole('combobox', { name: 'Die andere Organisation' }).fill('Logistikpark');
    await katrin.getByRole('option', { name: SUCCESSOR }).click();
    await katrin.getByLabel('Seit wann').fill(since);
    await katrin.getByLabel('Was dazu zu sagen ist').fill('Beschluss der Gesellschafter.');
    await expect(katrin.getByText(`Von ${PREDECESSOR} zu ${SUCCESSOR}:`)).toBeVisible();
    await expectAccessible(katrin);
    await katrin.getByRole('button', { name: 'Vorschlagen' }).click();
    await expect(katrin.getByRole('heading', { level: 1, name: `${PREDECESSOR} als Teil von ${SUCCESSOR}` })).toBeVisible();
    address = new URL(katrin.url()).pathname;
    await expect(katrin.getByRole('button', { name: 'Zustimmen' })).toHaveCount(0);
    await expect(katrin.getByRole('button', { name: 'Bestätigen' })).toHaveCount(0);
    await reader.goto(PAGE);
    await expect(reader.getByRole('heading', { level: 1, name: PREDECESSOR })).toBeVisible();
    await expect(reader.getByText('Ein Zusammenschluss ist vorgeschlagen')).toHaveCount(0);
  });

  await test.step('the administrator of the other finds it on the own page and agrees', async () => {
    const yusuf = await browserOf(browser, 'yusuf.erkal');
    await yusuf.goto('/akteure/logistikpark-ostwalden');
    await yusuf.getByRole('link', { name: 'Ansehen und antworten' }).click();
    await act(yusuf, 'Zustimmen');
    await expect(yusuf.getByText('Zugestimmt,').nth(1)).toBeVisible();
    await expect(yusuf.getByRole('button', { name: 'Zustimmen' })).toHaveCount(0);
  });

  await test.step('the coordination finds it on its desk and confirms', async () => {
    await meryem.goto('/koordination');
    await meryem.getByRole('link', { name: 'Zusammenschlüsse' }).click();
    await expectAccessible(meryem);
    await meryem.getByRole('listitem').filter({ hasText: PREDECESSOR }).filter({ hasText: 'Vorgeschlagen' }).getByRole('link').click();
    await act(meryem, 'Bestätigen');
    await expect(meryem.getByRole('heading', { name: 'Was überging' })).toBeVisible();
    await expectAccessible(meryem);
    await meryem.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(meryem);
    await meryem.setViewportSize({ width: 1280, height: 860 });
  });

  await test.step('everybody reads on both pages what became of them; in the directory stands one', async () => {
    await reader.goto(PAGE);
    await expect(reader.getByRole('heading', { level: 1, name: PREDECESSOR })).toBeVisible();
    await expect(reader.getByText(/^Seit .* Teil von/)).toBeVisible();
    await expectAccessible(reader);
    await reader.getByRole('main').getByRole('link', { name: SUCCESSOR }).first().click();
    await expect(reader.getByText('Hervorgegangen auch aus')).toBeVisible();
    await expectAccessible(reader);
    await reader.goto('/akteure');
    await reader.getByRole('searchbox').fill('Hellwald');
    await expect(reader.getByRole('link', { name: PREDECESSOR, exact: true })).toHaveCount(0);
  });

  await test.step('the network of days before shows the one, that of days since the other', async () => {
    const chosen = async (day: string) => {
      await reader.goto(`/netzwerk?ansicht=liste&akteur=spedition-hellwald${day}`);
      return reader.getByRole('heading', { level: 1, name: PREDECESSOR });
    };
    await expect(await chosen(`&tag=${before}`)).toBeVisible();
    await expect(await chosen(`&tag=${since}`)).toHaveCount(0);
    await expect(await chosen('')).toHaveCount(0);
  });

  await test.step('its people do not act for the other by it: they are invited to', async () => {
    const yusuf = await browserOf(browser, 'yusuf.erkal');
    await yusuf.goto('/akteure/logistikpark-ostwalden/mandate');
    const mandates = yusuf.getByRole('list', { name: 'Mandate', exact: true });
    await expect(mandates.getByRole('listitem').filter({ hasText: 'Katrin Vossebrink' })).toHaveCount(0);
    await expect(yusuf.getByRole('listitem').filter({ hasText: 'Katrin Vossebrink' })).toContainText('Vertretung mit Stimme');
  });

  await test.step('taken back, both are there as before', async () => {
    await meryem.goto(address);
    await act(meryem, 'Zurücknehmen');
    await expect(meryem.getByText('Alles, was überging, ist zurück.')).toBeVisible();
    await reader.goto(PAGE);
    await expect(reader.getByText(/^Seit .* Teil von/)).toHaveCount(0);
    await expect(reader.getByRole('heading', { level: 1, name: PREDECESSOR })).toBeVisible();
    const katrin = await browserOf(browser, 'katrin.vossebrink');
    await katrin.goto(`${PAGE}/bearbeiten`);
    await expect(katrin.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(katrin.getByLabel('Name', { exact: true })).toHaveValue(PREDECESSOR);
  });
});
