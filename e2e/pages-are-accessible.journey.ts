import { test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './people';

const pages: [who: string | null, addresses: string[]][] = [
  [
    null,
    [
      '/',
      '/netzwerk',
      '/netzwerk?akteur=kompass&ansicht=liste',
      '/akteure',
      '/akteure/spedition-hellwald',
      '/herausforderungen',
      '/herausforderungen/wie-besetzen-wir-schichten-ohne-leute-aus-dem-frei-zu-holen',
      '/allianzen',
      '/allianzen/dranbleiben',
      '/allianzen/ein-geraet-fuer-jedes-kind',
      '/anmelden',
      '/passwort',
      '/impressum',
      '/datenschutz',
      '/barrierefreiheit',
      '/stil',
      '/das-gibt-es-nicht',
      '/r/dortmund',
      '/r/dortmund/netzwerk',
      '/r/dortmund/akteure',
      '/r/dortmund/herausforderungen',
    ],
  ],
  ['yusuf.erkal', ['/', '/akteure/logistikpark-ostwalden', '/akteure/logistikpark-ostwalden/bearbeiten', '/herausforderungen/neu']],
  [
    'meryem.arslan',
    [
      '/koordination',
      '/allianzen',
      '/allianzen/waerme-aus-nordkamp',
      '/allianzen/bauen/wie-besetzen-wir-schichten-ohne-leute-aus-dem-frei-zu-holen',
    ],
  ],
  ['sevgi.rautenberg', ['/', '/allianzen/waerme-aus-nordkamp']],
  ['ulrike.tamm', ['/verwaltung', '/systemzustand']],
];

const screens = [
  { name: 'on a wide screen, light', viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  { name: 'at 320 pixels, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

for (const { name, viewport, colorScheme } of screens) {
  for (const [who, addresses] of pages) {
    test(`what ${who ?? 'a visitor'} sees is accessible ${name}`, async ({ browser }) => {
      // Many pages, each looked at in full.
      test.setTimeout(300_000);
      const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
      if (who) await signIn(page, who);
      for (const address of addresses) {
        await test.step(address, async () => {
          await page.goto(address);
          await page.locator('h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  }
}
