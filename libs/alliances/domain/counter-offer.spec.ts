import { answerRound, openRound, reopenWith, settled, type ConsentAnswer, type ConsentRound } from '@knotenpunkt/agreements/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, type Result } from '@knotenpunkt/kernel';
import { PLAIN_TERMS, type Contribution } from '@knotenpunkt/themes/domain';
import fc from 'fast-check';
import {
  checkOffer,
  consentTextOf,
  contributionOfMember,
  deadlineAfterOffer,
  mayOffer,
  MOST_OFFERS,
  offersToTake,
  undoOffer,
  withAnswers,
  withOffers,
  type Alliance,
  type CounterOffer,
} from './index';

const today = '2026-11-27';
const ids = ['a', 'b', 'c'];
const seats = new Map(ids.map((id) => [id, { name: id.toUpperCase(), kind: 'COMPANY' as const }]));
const contribution: Contribution = { ...PLAIN_TERMS, commitment: 'Hilft.', dueOn: addDays(today, 60) };
const less: Contribution = { ...contribution, contributionKind: 'MONEY', amount: { value: 50_000, unit: 'CENTS' } };
const coordinator: Viewer = { ...VISITOR, personId: 'k', coordinator: true };

const inviting = {
  id: 'x',
  state: 'INVITING',
  title: 'Dranbleiben',
  purpose: 'Mehr bleiben.',
  draftedById: null,
  members: ids.map((actorId) => ({ actorId, bench: 'COMPANY', ...contribution, state: 'INVITED', stance: 'anders' })),
} as unknown as Alliance;

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
const opened = (alliance = inviting) =>
  value(
    openRound(
      {
        text: consentTextOf(alliance, seats, 'de'),
        parties: ids,
        proposer: null,
        deadlineOn: addDays(today, 14),
        onDecline: 'CONTINUE_WITHOUT',
      },
      today,
    ),
  );
const wish = (actorId: string, roundVersion: number, offered = less) => ({
  id: `${actorId}${roundVersion}`,
  actorId,
  personId: null,
  roundVersion,
  offered,
});
const said = (round: ConsentRound, actorId: string, answer: ConsentAnswer) =>
  settled(
    value(answerRound(round, actorId, { answer, version: round.version, change: 'anders', reservedUntil: addDays(today, 3) }, today)),
  );
const made = (actorId: string, version: number): CounterOffer => ({
  ...value(checkOffer(inviting, [], wish(actorId, version - 1), today)),
  state: 'TAKEN',
  madeVersion: version,
});

it('is made by whoever is asked, about its own contribution, complete and different', () => {
  expect(checkOffer(inviting, [], wish('a', 1), today)).toMatchObject({
    value: { state: 'WAITING', former: contribution, offered: less, madeVersion: null, offeredOn: today },
  });
  expect(codeOf(checkOffer(inviting, [], wish('a', 1, contribution), today))).toBe('OFFER_UNCHANGED');
  expect(codeOf(checkOffer(inviting, [], wish('a', 1, { ...less, amount: null }), today))).toBe('AMOUNT_MISSING');
  expect(codeOf(checkOffer(inviting, [], wish('z', 1), today))).toBe('MEMBER_UNKNOWN');
  expect(codeOf(checkOffer({ ...inviting, state: 'FORMED' }, [], wish('a', 1), today))).toBe('STATE_DIFFERS');
  const declined = withAnswers(inviting.members, said(opened(), 'a', 'NO'));
  expect(codeOf(checkOffer({ ...inviting, members: declined }, [], wish('a', 1), today))).toBe('MEMBER_UNKNOWN');
});

it('brings about a version at most twice for each, also where the former text came back', () => {
  const twice = [made('a', 2), { ...made('a', 3), state: 'UNDONE' as const }];
  expect(codeOf(checkOffer(inviting, twice, wish('a', 3), today))).toBe('OFFERS_USED_UP');
  expect(codeOf(checkOffer(inviting, twice, wish('b', 3), today))).toBeNull();
  expect(
    codeOf(checkOffer(inviting, [made('a', 2), { ...made('a', 3), state: 'DROPPED', madeVersion: null }], wish('a', 3), today)),
  ).toBeNull();
  expect(mayOffer(inviting, 'a', twice)).toBe(false);
});

it('is taken at once where somebody wrote the version, and waits for all answers where an offer made it', () => {
  const round = said(opened(), 'a', 'YES_BUT');
  const waiting = value(checkOffer(inviting, [], wish('a', 1), today));
  expect(offersToTake(round, [waiting])).toEqual([waiting]);
  const second = { ...round, version: 2, parties: opened().parties };
  const further = value(checkOffer(inviting, [], wish('b', 2), today));
  const offers = [made('a', 2), further];
  expect(offersToTake(said(said(second, 'a', 'YES'), 'b', 'YES_BUT'), offers)).toEqual([]);
  expect(offersToTake(said(said(said(second, 'a', 'YES'), 'b', 'YES_BUT'), 'c', 'RESERVED'), offers)).toEqual([further]);
  // What was offered to an older version is of no use, and a question that is decided makes no version.
  expect(offersToTake({ ...round, version: 3 }, [waiting])).toEqual([]);
  expect(offersToTake({ ...round, state: 'CLOSED' }, [waiting])).toEqual([]);
});

it('changes nothing but what its member brings, and lets stances go with the former text', () => {
  const next = withOffers(inviting, [{ actorId: 'b', offered: less }]);
  expect(next.members.map((member) => member.amount)).toEqual([null, less.amount, null]);
  expect(next.members.map(({ stance }) => stance)).toEqual(['', '', '']);
  expect(consentTextOf(next, seats, 'de')).toContain('B: Hilft. (Geld: 500 Euro; bis ');
  expect(deadlineAfterOffer({ deadlineOn: addDays(today, 14) }, today)).toBe(addDays(today, 14));
  expect(deadlineAfterOffer({ deadlineOn: today }, today)).toBe(addDays(today, 7));
});

it('is undone by whoever leads, unless the contribution was changed again since', () => {
  const offer = made('b', 2);
  const next = withOffers(inviting, [offer]);
  expect(undoOffer(coordinator, next, offer, today)).toMatchObject({ value: { offer: { state: 'UNDONE', madeVersion: 2 } } });
  expect(value(undoOffer(coordinator, next, offer, today)).alliance.members.map(contributionOfMember)).toEqual(Array(3).fill(contribution));
  expect(codeOf(undoOffer(VISITOR, next, offer, today))).toBe('NOT_PERMITTED');
  expect(codeOf(undoOffer(coordinator, inviting, offer, today))).toBe('OFFER_OVERTAKEN');
  expect(codeOf(undoOffer(coordinator, next, { ...offer, state: 'WAITING', madeVersion: null }, today))).toBe('OFFER_UNKNOWN');
  expect(codeOf(undoOffer(coordinator, next, null, today))).toBe('OFFER_UNKNOWN');
  expect(codeOf(undoOffer(coordinator, next, offer, addDays(today, 61)))).toBe('OFFER_OVERTAKEN');
});

it('never goes on for ever: whatever the members answer, at most two versions a member come of offers', () => {
  const step = fc.record({ who: fc.constantFrom(...ids), answer: fc.constantFrom<ConsentAnswer>('YES', 'YES_BUT', 'RESERVED', 'NO') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [alliance, round, offers, number] = [inviting, opened(), [] as CounterOffer[], 0];
      for (const { who, answer } of steps) {
        const answered = answerRound(round, who, { answer, version: round.version, change: 'anders', reservedUntil: today }, today);
        if (!answered.ok) continue;
        offers = offers.map((one) => (one.actorId === who && one.state === 'WAITING' ? { ...one, state: 'DROPPED' as const } : one));
        if (answer === 'YES_BUT') {
          const offered = { ...less, amount: { value: ++number, unit: 'CENTS' as const } };
          const checked = checkOffer(alliance, offers, wish(who, round.version, offered), today);
          if (checked.ok) offers = [...offers, checked.value];
        }
        round = settled(answered.value);
        alliance = { ...alliance, members: withAnswers(alliance.members, round) };
        const taken = offersToTake(round, offers);
        if (taken.length === 0) continue;
        alliance = withOffers(alliance, taken);
        const parties = alliance.members.filter(({ state }) => state !== 'DECLINED').map(({ actorId }) => actorId);
        const agreed = taken.map(({ actorId }) => actorId);
        const text = consentTextOf(alliance, seats, 'de');
        const next = reopenWith(round, { text, proposer: null, agreed, parties, deadlineOn: round.deadlineOn }, today);
        if (!next.ok) break;
        const version = next.value.version;
        offers = offers.map((one) => (taken.includes(one) ? { ...one, state: 'TAKEN' as const, madeVersion: version } : one));
        round = next.value;
        // Only who has offered counts as having agreed to what came of it.
        expect(
          round.parties
            .filter((party) => party.answer === 'YES')
            .map(({ actorId }) => actorId)
            .sort(),
        ).toEqual([...agreed].sort());
      }
      expect(round.version).toBeLessThanOrEqual(1 + MOST_OFFERS * ids.length);
      for (const id of ids)
        expect(offers.filter((one) => one.actorId === id && one.madeVersion !== null).length).toBeLessThanOrEqual(MOST_OFFERS);
    }),
  );
});
