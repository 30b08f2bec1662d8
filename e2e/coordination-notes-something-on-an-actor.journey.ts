import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, open } from './people';

const [SLUG, OTHER] = ['bildungswerk-kompass-e-v', 'spedition-hellwald'];
const ON_ACTOR = 'Will im Frühjahr über Schichtpläne sprechen.';
const ON_TIE = 'Beide suchen denselben Bus, einer vor sechs und einer danach.';
const HELD = `/akteure/${SLUG}/festgehalten`;

const notes = (page: Page) => page.getByRole('region', { name: 'Notizen der Koordination' });

/** Everything that comes over the wire while somebody looks wherever such a note could be. */
async function bytesOf(page: Page, addresses: readonly string[]): Promise<string> {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => answers.push(response.text().catch(() => '')));
  const read: string[] = [];
  for (const address of addresses) {
    await open(page, address);
    // A page that is left takes its answers along.
    read.push(...(await Promise.all(answers.splice(0))));
  }
  return read.join('\n');
}

test('the coordination notes something on an organisation and on a tie; those concerned read it, nobody else', async ({ browser }) => {
  test.slow();
  const coordinator = await browserOf(browser, 'meryem.arslan');

  await test.step('It writes on the organisation, then on one of its ties', async () => {
    await coordinator.goto(`/netzwerk?akteur=${SLUG}&ansicht=bild`);
    await notes(coordinator).getByRole('button', { name: 'Notiz schreiben' }).click();
    const dialog = coordinator.getByRole('dialog', { name: 'Notiz schreiben' });
    await expect(dialog).toContainText('liest diese Notiz unter „Was über uns festgehalten ist“');
    await dialog.getByRole('textbox', { name: 'Notiz' }).fill(ON_ACTOR);
    await expectAccessible(coordinator);
    await dialog.getByRole('button', { name: 'Notiz sichern' }).click();
    await expect(dialog).toBeHidden();
    await expect(notes(coordinator)).toContainText(ON_ACTOR);

    await notes(coordinator).getByRole('button', { name: 'Notiz schreiben' }).click();
    await dialog.getByLabel(/Um die Beziehung mit/).check();
    await dialog.getByRole('combobox', { name: 'Mit wem' }).pressSequentially('Spedition Hell');
    await dialog.getByRole('option', { name: 'Spedition Hellwald' }).first().click();
    await expect(dialog).toContainText('Beide lesen diese Notiz');
    await dialog.getByRole('textbox', { name: 'Notiz' }).fill(ON_TIE);
    await dialog.getByRole('button', { name: 'Notiz sichern' }).click();
    await expect(notes(coordinator)).toContainText(ON_TIE);
  });

  await test.step('The organisation reads both, in the network and in what is held about it', async () => {
    const concerned = await browserOf(browser, 'tilo.brandhoff');
    await concerned.goto(`/netzwerk?akteur=${SLUG}&ansicht=liste`);
    for (const text of [ON_ACTOR, ON_TIE]) await expect(notes(concerned)).toContainText(text);
    await expect(notes(concerned).getByRole('button', { name: 'Ändern' })).toHaveCount(0);
    await concerned.goto(HELD);
    for (const text of [ON_ACTOR, ON_TIE]) await expect(concerned.getByText(text)).toBeVisible();
  });

  await test.step('The other end of the tie reads what is on the tie, and not what is on the organisation', async () => {
    const other = await browserOf(browser, 'katrin.vossebrink');
    const held = `/akteure/${OTHER}/festgehalten`;
    await other.goto(held);
    await expect(other.getByText(ON_TIE)).toBeVisible();
    const bytes = await bytesOf(other, [held, `/netzwerk?akteur=${OTHER}&ansicht=bild`, `/netzwerk?akteur=${SLUG}&ansicht=bild`, HELD]);
    expect(bytes).toContain(ON_TIE);
    expect(bytes).not.toContain(ON_ACTOR);
  });

  await test.step('Whom it does not concern gets neither, in no byte', async () => {
    for (const key of ['yusuf.erkal', null]) {
      const stranger = await browserOf(browser, key);
      const tie = `/netzwerk?akteur=${SLUG}&beziehung=${OTHER}`;
      const bytes = await bytesOf(stranger, [`${tie}&ansicht=bild`, `${tie}&ansicht=liste`, `/akteure/${SLUG}`, HELD, `/akteure/${OTHER}`]);
      expect(bytes).toContain('Bildungswerk Kompass');
      for (const text of [ON_ACTOR, ON_TIE]) expect([key, bytes.includes(text)]).toEqual([key, false]);
    }
  });
});
