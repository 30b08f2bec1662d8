import { randomUUID } from 'node:crypto';
import { expect, test } from './journey';
import { day, LINK, look, LONG, SHORT, TINY, watched, type Writer } from './markup';
import { writeInAlliance } from './markup-alliance';
import { writeInViews } from './markup-views';
import { serverOfThisFile } from './own-server';

// Names of organisations turn into markup here, so this journey has a server of its own.
const server = serverOfThisFile();

/** Every text that somebody who acts for an organisation can write. Gives the slug of the organisation. */
async function writeEverywhere(author: Writer, partner: Writer, coordinator: Writer): Promise<string> {
  const [own, other] = [await author.ownActor(), await partner.ownActor()];
  const themes = ['energie'];
  const profile = { actorId: own.id, expectedVersion: own.version, name: SHORT, summary: SHORT, city: TINY, district: TINY, street: TINY };
  const contact = { id: randomUUID(), name: SHORT, role: SHORT, visibility: 'PUBLIC' };
  expect(await author.refused('updateProfile', { ...profile, website: LINK })).toBe('website');
  await author.write('updateProfile', { ...profile, shortName: TINY, description: LONG, contacts: [contact] });
  for (const direction of ['OFFER', 'NEED'])
    await author.write('addEntry', { actorId: own.id, id: randomUUID(), direction, title: SHORT, text: LONG });
  await author.write('declareTie', { fromId: own.id, toId: other.id, label: SHORT, sinceOn: day(-30) });

  const words = { title: SHORT, kind: 'PROJECT', summary: SHORT, nextStep: SHORT, description: LONG, wanted: [{ text: SHORT }] };
  const initiativeId = await author.write('registerInitiative', { ...words, leadId: own.id, begun: true, startOn: day(-60) });
  await author.write('addEvent', { initiativeId, title: SHORT, format: 'TALK', dateOn: day(30), venue: SHORT, forWhom: SHORT });
  const result = { id: initiativeId, expectedVersion: 1, text: SHORT, on: day(-1) };
  expect(await author.refused('addResult', { ...result, evidenceUrl: LINK })).toBe('evidenceUrl');
  await author.write('addResult', result);
  const promise = { actorId: own.id, initiativeId, text: SHORT, dueOn: day(30) };
  const commitmentId = await author.write('promiseForInitiative', { ...promise, id: randomUUID() });
  await author.write('keepCommitment', { id: commitmentId, expectedVersion: 1, evidence: SHORT });
  const proposal = { ...words, leadId: own.id, partnerIds: [other.id], deadlineOn: day(20), onDecline: 'ABANDON' };
  const proposalId = await author.write('proposeInitiative', proposal);
  const answer = { actorId: other.id, answer: 'YES_BUT', change: LONG.slice(0, 900) };
  await partner.write('answerProposal', { ...answer, id: proposalId, version: 1 });

  const challengeId = await author.write('proposeChallenge', {
    askedById: own.id,
    question: SHORT,
    context: LONG,
    concerns: SHORT,
    themes,
  });
  await coordinator.write('publishChallenge', { id: challengeId, expectedVersion: 1 });
  const members = [own, other].map(({ id }) => ({ actorId: id, commitment: SHORT, dueOn: day(60) }));
  const allianceId = await author.write('draftAlliance', { challengeId, draftedById: own.id, title: SHORT, purpose: SHORT, members });
  const invitation = { id: allianceId, expectedVersion: 1, deadlineOn: day(20), onDecline: 'CONTINUE_WITHOUT' };
  await author.write('inviteToAlliance', invitation);
  await partner.write('answerAllianceInvitation', { ...answer, id: allianceId, roundVersion: 1 });

  await writeInAlliance(author, partner, { challengeId, own: own.id, other: other.id });

  const contactRequest = { name: SHORT, organisation: SHORT, message: LONG.slice(0, 900), email: 'kim@beispiel.example' };
  await author.write('requestContact', { ...contactRequest, toActorId: own.id });
  const mandate = { actorId: own.id, actorName: SHORT, name: SHORT, email: 'robin@beispiel.example', role: 'EDITOR', fromOn: day(0) };
  await author.write('grantMandate', { ...mandate, id: randomUUID() });
  return own.slug;
}

test('markup in every text does nothing on any page, and nothing in a mail', async ({ browser }) => {
  test.setTimeout(300_000);
  const author = await watched(browser, server, 'katrin.vossebrink');
  const partner = await watched(browser, server, 'tilo.brandhoff');
  const coordinator = await watched(browser, server, 'meryem.arslan');
  const administrator = await watched(browser, server, 'ulrike.tamm');
  const visitor = await watched(browser, server, null);
  const slug = await writeEverywhere(author.writer, partner.writer, coordinator.writer);

  const slugs = await author.writer.ask<Record<'initiatives' | 'challenges' | 'alliances', { edges: { node: { slug: string } }[] }>>(
    `{ initiatives(first: 100, filter: { states: [ACTIVE, PROPOSED] }) { edges { node { slug } } }
       challenges(first: 100) { edges { node { slug } } } alliances(first: 100, filter: { states: [INVITING, FORMED] }) { edges { node { slug } } } }`,
  );
  // Slugs are made of the words in a title; those of ours have some of the markup left.
  const ours = (of: keyof typeof slugs) => slugs[of].edges.map(({ node }) => node.slug).filter((each) => /onerror/.test(each));
  const [initiatives, challenges, alliances] = [ours('initiatives'), ours('challenges'), ours('alliances')];
  expect([initiatives.length, challenges.length, alliances.length]).toEqual([2, 1, 2]);

  const kept = await writeInViews(author.writer, coordinator.writer, await author.writer.ownActor());

  const lists = ['/', '/akteure', '/vorhaben', '/herausforderungen', '/allianzen', '/netzwerk', '/netzwerk?ansicht=liste'];
  const details = [
    `/akteure/${slug}`,
    `/netzwerk?akteur=${slug}`,
    ...challenges.map((each) => `/herausforderungen/${each}`),
    ...initiatives.map((each) => `/vorhaben/${each}`),
    ...alliances.map((each) => `/allianzen/${each}`),
  ];
  for (const path of [...lists, ...details, ...kept]) await look(visitor, path);
  const own = ['/zusagen', '/passungen', `/akteure/${slug}/bearbeiten`, ...initiatives.map((each) => `/vorhaben/${each}/bearbeiten`)];
  const keeping = ['/netzwerk/ansichten', '/netzwerk/rundgaenge', `/akteure/${slug}/festgehalten`];
  for (const path of [...lists, ...details, ...own, ...keeping]) await look(author, path);
  for (const path of ['/zusagen', ...details]) await look(partner, path);
  for (const path of ['/koordination', ...challenges.map((each) => `/allianzen/bauen/${each}`), ...details]) await look(coordinator, path);
  await look(administrator, '/verwaltung');

  const { outgoingMails } = await administrator.writer.ask<{ outgoingMails: { subject: string; text: string }[] }>(
    '{ outgoingMails(first: 50) { subject text } }',
  );
  expect(outgoingMails.some(({ text, subject }) => `${subject}${text}`.includes('onerror'))).toBe(true);
  expect(outgoingMails.filter(({ subject }) => /[\r\n]/.test(subject))).toEqual([]);
});

test('the policy of the pages allows no inline script and no inline style, and the browser keeps it', async ({ browser }) => {
  const { page, happened } = await watched(browser, server, null);
  const answer = await page.goto('/');
  const policy = answer!.headers()['content-security-policy']!;
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(rule);
  await expect(page.locator('main h1').first()).toBeVisible();
  expect(happened).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'ran()';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="ran()"><p style="color:red">x</p>');
  });
  await expect.poll(() => happened.length).toBeGreaterThanOrEqual(3);
  expect(happened.every((each) => each.startsWith('the browser refused'))).toBe(true);
});
