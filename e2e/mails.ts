import type { Page } from '@playwright/test';

/** The address of the link in the newest mail with this subject, as the page of outgoing mails shows it. */
export async function linkIn(administrator: Page, subject: string): Promise<string> {
  await administrator.goto('/verwaltung');
  const mail = administrator.getByRole('listitem').filter({ hasText: subject }).first();
  await mail.getByText('Text zeigen').click();
  const text = await mail.locator('pre').innerText();
  return new URL(/https?:\/\/\S+\/antwort\/\S+/.exec(text)![0]).pathname;
}
