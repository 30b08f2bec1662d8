import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey';
import { SMTPServer } from 'smtp-server';
import { freePort, OwnServer } from './own-server';
import { expectAccessible, signIn } from './people';

test('where a mail server runs, the administrator sees that mails went out, and not what they say', async ({ browser }) => {
  test.setTimeout(120_000);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => void stream.resume().once('end', () => done()),
  });
  const port = await freePort();
  await new Promise<void>((go) => smtp.listen(port, '127.0.0.1', go));
  const folder = mkdtempSync(join(tmpdir(), 'mails-'));
  const server = new OwnServer(0, folder, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  try {
    await server.start();
    const page = await (await browser.newContext({ baseURL: server.address })).newPage();
    await page.goto('/passwort');
    await page.getByLabel('E-Mail').fill('katrin.vossebrink@harkenrode.example');
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await signIn(page, 'ulrike.tamm');
    await expect(async () => {
      await page.goto('/verwaltung');
      await expect(page.getByText('Diese Mails verschickt der Mailserver.')).toBeVisible();
      const mail = page.getByRole('listitem').filter({ hasText: 'katrin.vossebrink@harkenrode.example' });
      await expect(mail).toContainText(/· verschickt/, { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByText('Hier läuft kein Mailserver.')).toHaveCount(0);
    await expect(page.getByText('Text zeigen')).toHaveCount(0);
    await expectAccessible(page);
  } finally {
    await server.stop();
    await new Promise<void>((go) => smtp.close(() => go()));
    rmSync(folder, { recursive: true, force: true });
  }
});
