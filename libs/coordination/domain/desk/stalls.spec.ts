import { addDays } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { STALLS_AFTER, stallsOf, type DeskFacts } from './stalls';
import { WAITING_KINDS, waitingKey, type WaitingItem, type WaitingKind } from './waiting';

const TODAY = '2026-11-27';
const ago = (days: number) => addDays(TODAY, -days);

function item(kind: WaitingKind, actorId: string, subjectId: string, days: number, asked = 1): WaitingItem {
  return {
    ...{ key: waitingKey(kind, subjectId, actorId), kind, actorId, actorName: actorId, subjectType: 'ALLIANCE', subjectId },
    ...{ title: subjectId, slug: subjectId, since: ago(days), asked },
  };
}
const facts = (more: Partial<DeskFacts>): DeskFacts => ({ waiting: [], alliances: [], initiatives: [], unmet: [], today: TODAY, ...more });
const alliance = (id: string, days: number, more: object = {}) => ({
  id,
  title: id,
  slug: id,
  lastOn: ago(days),
  nextOn: null,
  hasStep: false,
  ...more,
});
const told = (more: Partial<DeskFacts>) => stallsOf(facts(more)).map(({ kind, title, days, count, of }) => [kind, title, days, count, of]);

describe('what stalls', () => {
  it('is an alliance in which nothing happened and no step is named', () => {
    const alliances = [
      alliance('Gussform', 41),
      alliance('mit Schritt', 41, { hasStep: true }),
      alliance('mit Meilenstein', 41, { nextOn: addDays(TODAY, 1) }),
      alliance('Meilenstein vorbei', 30, { nextOn: ago(1) }),
      alliance('erst kurz', STALLS_AFTER.ALLIANCE_STILL - 1),
    ];
    expect(told({ alliances })).toEqual([
      ['ALLIANCE_STILL', 'Gussform', 41, 1, 1],
      ['ALLIANCE_STILL', 'Meilenstein vorbei', 30, 1, 1],
    ]);
  });

  it('is a text that lies with one of five, and whoever lets several invitations wait, each told once', () => {
    const waiting = [
      item('INVITATION', 'Heim', 'Televisite', 19, 5),
      item('INVITATION', 'Codewerft', 'Geräte', 20, 4),
      item('INVITATION', 'Codewerft', 'Wärme', 16, 3),
      item('INVITATION', 'Neu', 'Televisite', 3, 5),
    ];
    expect(told({ waiting })).toEqual([
      ['INVITATIONS_SILENT', 'Geräte', 20, 2, 4],
      ['CHARTER_WAITS', 'Televisite', 19, 1, 5],
    ]);
    expect(stallsOf(facts({ waiting }))[0]!.waiting).toEqual([waiting[1]!.key, waiting[2]!.key]);
  });

  it('is a Vorhaben with overdue Zusagen or beyond its end, an introduction without an answer or a date, a request for a contact', () => {
    expect(
      told({
        waiting: [
          item('COMMITMENT', 'A', 'Lehre', 12),
          item('COMMITMENT', 'B', 'Lehre', 8),
          item('COMMITMENT', 'C', 'Lehre', 2),
          item('INTRODUCTION', 'A', 'Sprechen', 11),
          item('CONTACT', 'A', 'Verein', 8),
          item('INVITATION', 'A', 'Bus', 15),
        ],
        initiatives: [{ id: 'i', title: 'Frühbus', slug: 'fruehbus', on: ago(15) }],
        unmet: [{ id: 'v', title: 'Treffen', slug: null, on: ago(22) }],
      }),
    ).toEqual([
      ['COMMITMENTS_OVERDUE', 'Lehre', 12, 2, 1],
      ['CONTACT_UNANSWERED', 'Verein', 8, 1, 1],
      ['INTRODUCTION_SILENT', 'Sprechen', 11, 1, 1],
      ['INITIATIVE_OVERDUE', 'Frühbus', 15, 1, 1],
      ['INVITATION_SILENT', 'Bus', 15, 1, 1],
      ['INTRODUCTION_UNMET', 'Treffen', 22, 1, 1],
    ]);
  });

  const anItem = fc
    .record({
      kind: fc.constantFrom(...WAITING_KINDS),
      actor: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('x', 'y', 'z'),
      days: fc.nat(60),
      asked: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ kind, actor, subject, days, asked }) => item(kind, actor, subject, days, asked));
  const items = fc.uniqueArray(anItem, { selector: ({ key }) => key, maxLength: 30 });

  it('is told in the same order whatever order it comes in, nothing twice, nothing before its time', () => {
    fc.assert(
      fc.property(items, fc.array(fc.nat()), (waiting, keys) => {
        const shuffled = [...waiting].sort((a, b) => (keys[waiting.indexOf(a)] ?? 0) - (keys[waiting.indexOf(b)] ?? 0));
        const stalls = stallsOf(facts({ waiting }));
        expect(stallsOf(facts({ waiting: shuffled })).map(({ key, days, count }) => [key, days, count])).toEqual(
          stalls.map(({ key, days, count }) => [key, days, count]),
        );
        const named = stalls.flatMap((stall) => stall.waiting);
        expect(new Set(named).size).toBe(named.length);
        for (const { kind, days } of stalls) expect(days).toBeGreaterThanOrEqual(STALLS_AFTER[kind]);
      }),
    );
  });

  it('never becomes less urgent by waiting longer', () => {
    fc.assert(
      fc.property(items, fc.nat(30), (waiting, more) => {
        const place = (all: readonly WaitingItem[]) =>
          stallsOf(facts({ waiting: all })).findIndex(({ waiting: named }) => named.includes(waiting[0]!.key));
        fc.pre(waiting.length > 0 && waiting[0]!.kind === 'CONTACT');
        const before = place(waiting);
        const after = place([{ ...waiting[0]!, since: addDays(waiting[0]!.since, -more) }, ...waiting.slice(1)]);
        if (before !== -1) expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});
