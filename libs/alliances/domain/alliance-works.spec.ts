import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, type Result } from '@knotenpunkt/kernel';
import { PLAIN_TERMS } from '@knotenpunkt/themes/domain';
import type { Alliance, AllianceMember } from './alliance';
import { addDocument, fileNameOf, maySeeDocument, removeDocument, type FileOfDocument } from './documents/document';
import { askedAbout, withAdmitted, type Admission } from './membership/admission';
import { announceDeparture, withoutDeparted } from './membership/departure';
import {
  enterStatement,
  settledStatement,
  shownStatements,
  silentOnes,
  STANDS,
  standingOfStatement,
  takeStand,
  type Statement,
} from './statements/statement';

const TODAY = '2026-11-27';
const member = (actorId: string): AllianceMember => ({
  ...{ ...PLAIN_TERMS, actorId, bench: 'COMPANY', commitment: 'Hilft.', dueOn: TODAY, state: 'MEMBER', stance: '', joinedOn: null },
});
const alliance: Alliance = {
  ...{ id: 'l', regionId: 'r', slug: 'l', challengeId: 'c', title: 'L', purpose: 'P', state: 'ACTIVE', draftedById: null },
  ...{
    members: ['a', 'b', 'c'].map(member),
    milestones: [],
    reviews: [],
    departures: [],
    namedGaps: [],
    gapsNote: '',
    employeesNote: '',
    employeesAsked: false,
  },
  ...{ formedOn: '2026-01-01', activatedOn: null, concludedOn: null, effect: '', calledOffOn: null, callOffReason: '', version: 1 },
};
const delegateOf = (actorId: string): Viewer => ({
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId, role: 'DELEGATE', fromOn: '2020-01-01', untilOn: null }],
});
const coordinator: Viewer = { ...VISITOR, personId: 'k', coordinator: true };
function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const writing: Parameters<typeof enterStatement>[2] = {
  ...{ id: 's', kind: 'DECISION', text: 'Freitags.', on: TODAY, concerns: '', evidenceUrl: '', audience: 'PUBLIC', meeting: null },
  ...{ minutesId: null, replacesId: null, enteredById: 'a' },
};
const entered = () => value(enterStatement(delegateOf('a'), alliance, writing, { present: [], today: TODAY }));
const say = (statement: Statement, actorId: string, stand: (typeof STANDS)[number]) =>
  value(takeStand(delegateOf(actorId), alliance, statement, { actorId, stand, note: 'Weil.' }, TODAY));

describe('a statement', () => {
  it('is confirmed exactly when nobody is silent and nobody objects, in whatever order they say it', () => {
    for (const b of [null, ...STANDS])
      for (const c of [null, ...STANDS])
        for (const order of [
          ['b', 'c'],
          ['c', 'b'],
        ]) {
          let statement = entered();
          for (const who of order) {
            const stand = who === 'b' ? b : c;
            if (stand !== null) statement = say(statement, who, stand);
          }
          const all = [b, c];
          const wanted = all.includes('OBJECTED') ? 'OBJECTED' : all.includes(null) ? 'OPEN' : 'CONFIRMED';
          expect([b, c, standingOfStatement(statement)]).toEqual([b, c, wanted]);
          // Nothing that is not confirmed is read by everybody.
          expect(shownStatements(VISITOR, alliance, [statement]).length).toBe(wanted === 'CONFIRMED' ? 1 : 0);
        }
  });

  it('for members is never read by visitors, confirmed or not', () => {
    const own = value(enterStatement(delegateOf('a'), alliance, { ...writing, audience: 'MEMBERS' }, { present: [], today: TODAY }));
    const confirmed = say(say(own, 'b', 'AGREED'), 'c', 'AGREED');
    expect(standingOfStatement(confirmed)).toBe('CONFIRMED');
    const readers = [VISITOR, delegateOf('x'), delegateOf('b'), coordinator];
    expect(readers.map((viewer) => shownStatements(viewer, alliance, [confirmed]).length)).toEqual([0, 0, 1, 1]);
  });

  it('does not wait for one that has left', () => {
    const waiting = say(entered(), 'b', 'AGREED');
    expect(silentOnes(waiting, alliance)).toEqual(['c']);
    const without = { ...alliance, members: alliance.members.filter(({ actorId }) => actorId !== 'c') };
    expect(standingOfStatement(settledStatement(waiting, without, TODAY))).toBe('CONFIRMED');
  });

  it('says after the end what came of it, and decides nothing more', () => {
    const over: Alliance = { ...alliance, state: 'CONCLUDED', concludedOn: TODAY };
    const enter = (more: object) => codeOf(enterStatement(delegateOf('a'), over, { ...writing, ...more }, { present: [], today: TODAY }));
    expect(enter({})).toBe('STATE_DIFFERS');
    expect(enter({ kind: 'LESSON' })).toBe('ok');
    expect(enter({ kind: 'RESULT', concerns: 'Alle', evidenceUrl: 'javascript:alert(1)' })).toBe('LINK_INVALID');
  });
});

describe('members', () => {
  const admission: Admission = {
    ...{ id: 'n', allianceId: 'l', actorId: 'd', bench: 'UNION', commitment: 'Kommt.', dueOn: TODAY, reason: 'Weil.', proposedById: 'a' },
    ...{ state: 'OPEN', askedOn: TODAY, decidedOn: null, version: 1 },
  };

  it('come after all were asked, and sit at the table from that day', () => {
    expect(askedAbout(alliance, admission)).toEqual(['a', 'b', 'c', 'd']);
    expect(withAdmitted(alliance, admission, TODAY).members.at(-1)).toMatchObject({
      actorId: 'd',
      bench: 'UNION',
      state: 'MEMBER',
      joinedOn: TODAY,
    });
  });

  it('go on the day they named and not before, and what they were is kept', () => {
    const wish = { id: 'w', actorId: 'b', leavesOn: addDays(TODAY, 3), reason: 'Ende.', kept: ['z'], givenBack: [] };
    const announce = (more: object, open: string[] = ['z']) =>
      announceDeparture(delegateOf('b'), alliance, { ...wish, ...more }, { openCommitments: open, today: TODAY });
    expect(codeOf(announce({}, ['z', 'y']))).toBe('COMMITMENTS_UNDECIDED');
    expect(codeOf(announce({ leavesOn: addDays(TODAY, 366) }))).toBe('LEAVES_INVALID');
    expect(codeOf(announce({ actorId: 'c' }))).toBe('NOT_PERMITTED');
    const leaving = { ...alliance, departures: [value(announce({}))] };
    expect(withoutDeparted(leaving, addDays(TODAY, 2)).departed).toEqual([]);
    const after = withoutDeparted(leaving, addDays(TODAY, 3));
    expect(after.alliance.members.map(({ actorId }) => actorId)).toEqual(['a', 'c']);
    expect(after.alliance.departures).toMatchObject([{ actorId: 'b', since: '2026-01-01', done: true, commitment: 'Hilft.' }]);
  });
});

describe('a document', () => {
  const file: FileOfDocument = { hash: 'f', mime: 'application/pdf', size: 12 };
  const paper: Parameters<typeof addDocument>[2] = {
    ...{
      id: 'd',
      title: 'Plan "2027"\r\n/../x',
      kind: 'PLAN',
      on: TODAY,
      audience: 'MEMBERS',
      url: '',
      replacesId: null,
      enteredById: 'a',
    },
  };
  const add = (more: object = {}, of: FileOfDocument | null = file) =>
    addDocument(delegateOf('a'), alliance, { ...paper, ...more }, { file: of, present: [], today: TODAY });

  it('is a file or a link with https, never both and never neither', () => {
    expect(codeOf(add())).toBe('ok');
    expect(codeOf(add({ url: 'https://example.org/plan' }))).toBe('DOCUMENT_EMPTY');
    expect(codeOf(add({}, null))).toBe('DOCUMENT_EMPTY');
    expect(codeOf(add({ url: 'https://example.org/plan' }, null))).toBe('ok');
    for (const url of ['http://example.org', 'javascript:alert(1)', 'data:text/html,x', 'https://me:secret@example.org', '//example.org'])
      expect([url, codeOf(add({ url }, null))]).toEqual([url, 'LINK_NOT_HTTPS']);
  });

  it('is read by its audience, and once removed its reason by members only', () => {
    const readers = [VISITOR, delegateOf('x'), delegateOf('b'), coordinator];
    const reads = (document: Parameters<typeof maySeeDocument>[2]) => readers.map((viewer) => maySeeDocument(viewer, alliance, document));
    expect(reads(value(add()))).toEqual([false, false, true, true]);
    const open = value(add({ audience: 'PUBLIC' }));
    expect(reads(open)).toEqual([true, true, true, true]);
    const removed = value(removeDocument(delegateOf('c'), alliance, open, 'Falsche Fassung.', TODAY));
    expect(removed).toMatchObject({ fileHash: null, url: '', removedReason: 'Falsche Fassung.' });
    expect(reads(removed)).toEqual([false, false, true, true]);
  });

  it('is called by letters, digits and hyphens, whatever its title holds', () => {
    expect(fileNameOf(value(add()))).toMatch(/^[a-z0-9-]+\.pdf$/);
  });
});
