import { expect, type Page } from './journey';

/** The text of the newest mail with all these words in subject or text, as the page of outgoing mails shows it. */
async function newestMail(administrator: Page, words: readonly string[]): Promise<string> {
  const mails = administrator.getByRole('listitem').filter({ has: administrator.locator('pre') });
  const mail = words.reduce((found, hasText) => found.filter({ hasText }), mails).first();
  // Some mails are written after the answer, so that its time says nothing about who has an account.
  await expect(async () => {
    await administrator.goto('/verwaltung');
    await expect(mail).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await mail.getByText('Text zeigen').click();
  return mail.locator('pre').innerText();
}

/** The address of the link in the newest mail with all these words in subject or text. */
export async function linkIn(administrator: Page, ...words: string[]): Promise<string> {
  const text = await newestMail(administrator, words);
  const { pathname, hash } = new URL(/https?:\/\/\S+(\/antwort\/|\/meldung\/|#)\S+/.exec(text)![0]);
  return pathname + hash;
}

/** The addresses of all links below a path in the newest mail with these words, in their order. */
export async function linksIn(administrator: Page, below: string, ...words: string[]): Promise<string[]> {
  const text = await newestMail(administrator, words);
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link).pathname).filter((path) => path.includes(`/${below}/`));
}
