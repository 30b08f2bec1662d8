import { expect, test } from './journey';
import { browserOf, expectAccessible } from './people';

test('a member asks, the coordination wants it clearer, and everybody reads it in the end', async ({ browser }) => {
  test.setTimeout(150_000);
  const member = await browserOf(browser, 'ole.steinhauer');
  const coordinator = await browserOf(browser, 'meryem.arslan');
  const vague = 'Was tun wir gegen Lärm in der Nachtschicht?';
  const clear = 'Wie wird es nachts in den Häusern leiser, ohne dass jemand ungesehen stürzt?';

  await member.goto('/herausforderungen');
  await member.getByRole('link', { name: 'Herausforderung vorschlagen' }).first().click();
  await member.getByRole('button', { name: 'Herausforderung vorschlagen' }).click();
  await expect(member.getByText('Bitte stellen Sie die Frage in einem Satz.').first()).toBeVisible();
  await expectAccessible(member);
  await member.getByLabel('Frage in einem Satz').fill(vague);
  await member.getByRole('checkbox', { name: 'Beschäftigtenseite' }).check();
  await member.getByLabel('Beschäftigtenseite: mindestens').selectOption('2');
  await member.getByRole('button', { name: 'Herausforderung vorschlagen' }).click();
  await expect(member.getByText('Diese Frage ist vorgeschlagen.')).toBeVisible();
  const address = new URL(member.url()).pathname;

  const visitor = await browserOf(browser, null);
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' })).toBeVisible();

  await coordinator.goto('/koordination');
  await coordinator.getByRole('listitem').filter({ hasText: vague }).getByRole('button', { name: 'Nicht veröffentlichen …' }).click();
  await coordinator.getByLabel('Warum nicht?').fill('Bitte sagen Sie, was auf dem Spiel steht.');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Nicht veröffentlichen' }).click();
  await expect(coordinator.getByText('Die Organisation liest jetzt Ihren Grund.')).toBeVisible();

  // What is not public is told live to coordinators only.
  await member.reload();
  await expect(member.getByText('Bitte sagen Sie, was auf dem Spiel steht.')).toBeVisible();
  await member.getByRole('link', { name: 'Frage ändern' }).click();
  await member.getByLabel('Frage in einem Satz').fill(clear);
  await member.getByRole('button', { name: 'Frage speichern' }).click();
  await expect(member.getByText('Diese Frage ist vorgeschlagen.')).toBeVisible();

  await coordinator.getByRole('listitem').filter({ hasText: clear }).getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await visitor.goto('/herausforderungen?zeigt=ohne-allianz');
  await visitor.getByRole('link', { name: clear }).click();
  await expect(visitor.getByRole('list', { name: 'Am Tisch' })).toContainText('0 von 2');
});
