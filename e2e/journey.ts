import { test as base } from '@playwright/test';

export * from '@playwright/test';

/** What every journey begins with: the browsers it opened for its people are closed behind it, else they go on asking for what is new. */
export const test = base.extend<{ closedBehind: void }>({
  closedBehind: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
