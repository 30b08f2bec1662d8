import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from './journey';
import Provider from 'oidc-provider';
import { freePort, OwnServer } from './own-server';
import { browserOf, expectAccessible } from './people';

const SECRET = 'only for tests';
const folder = mkdtempSync(join(tmpdir(), 'journey-'));
let service: Server;
let product: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  service = createServer().listen(0, '127.0.0.1');
  await once(service, 'listening');
  const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const port = await freePort();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'knotenpunkt',
        client_secret: SECRET,
        redirect_uris: [`http://127.0.0.1:${port}/api/auth/oidc/land/callback`],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: [SECRET] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub, name: 'Kim Dienst', email: `${sub}@beispiel.example`, email_verified: sub !== 'offen' }),
    }),
  });
  service.on('request', (request, response) => void provider.callback()(request, response));
  product = new OwnServer(port, folder, {
    OIDC_LAND_NAME: 'Servicekonto',
    OIDC_LAND_ISSUER: issuer,
    OIDC_LAND_CLIENT_ID: 'knotenpunkt',
    OIDC_LAND_CLIENT_SECRET: SECRET,
  });
  await product.start();
});
test.afterAll(async () => {
  await product.stop();
  service.closeAllConnections();
  service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes to the service and signs in there; its page is the provider's own. */
async function through(page: Page, login: string): Promise<void> {
  await page.goto('/anmelden?zurueck=/akteure');
  await page.getByRole('button', { name: 'Weiter mit Servicekonto' }).click();
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]').click();
}

test('a person signs in by the service and comes back to where they were; who coordinates is led to a second factor', async ({
  browser,
}) => {
  const page = await browserOf(browser, null, product.address);
  await through(page, 'kim');
  await expect(page).toHaveURL(/\/akteure$/);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Kim Dienst' })).toBeVisible();

  await product.sql(`INSERT INTO coordinator (person_id, region_id)
    SELECT u.id, r.id FROM auth."user" u, region r WHERE u.email = 'kim@beispiel.example' AND r.slug = 'harkenrode'`);
  await page.goto('/anmelden?zurueck=/koordination');
  await page.getByRole('button', { name: 'Weiter mit Servicekonto' }).click();
  await expect(page).toHaveURL(/\/konto\/sicherheit$/);
  await expect(page.getByText('wartet, bis Sie einen zweiten Faktor eingerichtet haben.')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/akteure');
  await expect(page.getByRole('link', { name: 'Zweiten Faktor einrichten' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Koordination' })).toHaveCount(0);
});

test('an address that the service does not call confirmed opens nothing, and that is told', async ({ browser }) => {
  const page = await browserOf(browser, null, product.address);
  await through(page, 'offen');
  await expect(page.getByRole('alert')).toContainText('Der Dienst sagt nicht, dass Ihre E-Mail-Adresse bestätigt ist.');
  await expectAccessible(page);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
});
