import { randomUUID } from 'node:crypto';
import { expect } from './journey';
import { day, LINK, LONG, SHORT, type Writer } from './markup';

/** Every text that members of an alliance can write once it is formed; what can be public is. */
export async function writeInAlliance(
  author: Writer,
  partner: Writer,
  about: { challengeId: string; own: string; other: string },
): Promise<void> {
  const { challengeId, own, other } = about;
  const members = [own, other].map((actorId) => ({ actorId, commitment: SHORT, dueOn: day(60) }));
  const allianceId = await author.write('draftAlliance', { challengeId, draftedById: own, title: SHORT, purpose: SHORT, members });
  await author.act('inviteToAlliance', { id: allianceId, expectedVersion: 1, deadlineOn: day(20), onDecline: 'ABANDON' });
  await partner.act('answerAllianceInvitation', { id: allianceId, actorId: other, roundVersion: 1, answer: 'YES' });
  const { actors } = await author.ask<{ actors: { edges: { node: { id: string } }[] } }>('{ actors(first: 5) { edges { node { id } } } }');
  const newcomer = actors.edges.map(({ node }) => node.id).find((id) => id !== own && id !== other)!;
  const wish = { commitment: SHORT, reason: SHORT, dueOn: day(30), deadlineOn: day(20) };
  await author.write('proposeAllianceAdmission', { ...wish, id: randomUUID(), allianceId, actorId: newcomer, proposedById: own });

  const text = LONG.slice(0, 900);
  const statement = { allianceId, enteredById: own, text, on: day(0), audience: 'PUBLIC' };
  const result = { ...statement, kind: 'RESULT', concerns: SHORT };
  expect(await author.refused('enterAllianceStatement', { ...result, id: randomUUID(), evidenceUrl: LINK })).toBe('evidenceUrl');
  const meeting = { place: SHORT, presentIds: [own], nextOn: day(20) };
  for (const each of [
    result,
    { ...statement, kind: 'LESSON' },
    { ...statement, kind: 'DECISION' },
    { ...statement, kind: 'MINUTES', meeting },
  ]) {
    const id = await author.write('enterAllianceStatement', each);
    await partner.act('answerAllianceStatement', { id, allianceId, expectedVersion: 1, actorId: other, stand: 'AGREED' });
  }
  const objected = await author.write('enterAllianceStatement', { ...statement, kind: 'DECISION' });
  const objection = { id: objected, allianceId, expectedVersion: 1, actorId: other, stand: 'OBJECTED', note: SHORT };
  await partner.act('answerAllianceStatement', objection);
  await author.write('offerAllianceTask', { allianceId, enteredById: own, text: SHORT, dueOn: day(20) });

  const document = { allianceId, enteredById: own, title: SHORT, kind: 'OTHER', on: day(0), audience: 'PUBLIC' };
  for (const url of [LINK, 'data:text/html,x'])
    expect(await author.refused('addAllianceDocument', { ...document, id: randomUUID(), url })).toBe('url');
  await author.write('addAllianceDocument', { ...document, url: 'https://elsewhere.example/"><img src=x onerror=ran()>' });
  const removed = await author.write('addAllianceDocument', { ...document, url: 'https://elsewhere.example/x' });
  await author.act('removeAllianceDocument', { id: removed, allianceId, expectedVersion: 1, reason: SHORT });
  const departure = { id: allianceId, expectedVersion: 3, actorId: other, departureId: randomUUID(), leavesOn: day(30), reason: SHORT };
  const { commitments } = await partner.ask<{ commitments: { edges: { node: { id: string } }[] } }>(
    'query($f: CommitmentFilterInput) { commitments(first: 100, filter: $f) { edges { node { id } } } }',
    { f: { purposeId: allianceId, actorId: other } },
  );
  await partner.act('leaveAlliance', { ...departure, kept: commitments.edges.map(({ node }) => node.id), givenBack: [] });
}
