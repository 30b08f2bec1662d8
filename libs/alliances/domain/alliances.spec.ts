import {
  answerRound,
  confirmReservation,
  CONSENT_ANSWERS,
  openRound,
  reopenWith,
  settled,
  type ConsentRound,
} from '@knotenpunkt/agreements/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays } from '@knotenpunkt/kernel';
import { PLAIN_TERMS, type ActorKind } from '@knotenpunkt/themes/domain';
import fc from 'fast-check';
import {
  activateAlliance,
  addMilestone,
  ALLIANCE_STATES,
  allianceActions,
  callOffAlliance,
  changeDraft,
  checkDiscard,
  checkPromiser,
  concludeAlliance,
  consentTextOf,
  draftAlliance,
  demandsOf,
  emptyBenches,
  employeesSideOf,
  fillBenches,
  formAlliance,
  formationRefusal,
  formedByLastAnswer,
  inviteMembers,
  isFormed,
  maySee,
  maySeeAnswers,
  reachMilestone,
  nextReviewOn,
  reviewAlliance,
  stateStance,
  reviseAlliance,
  shownMembers,
  withReplaced,
  type Alliance,
  type Demands,
} from './index';

const today = '2026-11-25';
const seats = new Map<string, { name: string; kind: ActorKind }>([
  ['a', { name: 'Gießerei', kind: 'COMPANY' }],
  ['b', { name: 'Betriebsrat', kind: 'UNION' }],
  ['c', { name: 'Amt', kind: 'ADMINISTRATION' }],
  ['d', { name: 'Kammer', kind: 'CHAMBER' }],
]);
const about = { seats, today };
const wanted = [
  { kind: 'COMPANY' as const, minimum: 1 },
  { kind: 'UNION' as const, minimum: 1 },
];
const challenge = { state: 'PUBLISHED', benches: wanted };
const memberWish = (actorId: string) => ({
  ...PLAIN_TERMS,
  actorId,
  commitment: `${actorId} hilft`,
  dueOn: addDays(today, 30) as string | null,
});
const wish = { title: 'Dranbleiben', purpose: 'Mehr bleiben dran.', members: ['a', 'b', 'c'].map(memberWish) };
const coordinator: Viewer = { ...VISITOR, personId: 'k', coordinator: true };
const delegateOf = (actorId: string, role: 'EDITOR' | 'DELEGATE' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: `p${actorId}`,
  mandates: [{ id: 'm', actorId, role, fromOn: '2020-01-01', untilOn: null }],
});

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function drafted(draftedById: string | null = null): Alliance {
  const viewer = draftedById === null ? coordinator : delegateOf(draftedById);
  return value(
    draftAlliance(viewer, { ...wish, id: '1', regionId: 'r', slug: 's', challengeId: 'q', draftedById }, { ...about, challenge }),
  );
}

function asked(alliance: Alliance, onDecline: 'CONTINUE_WITHOUT' | 'ABANDON' = 'CONTINUE_WITHOUT'): ConsentRound {
  const parties = alliance.members.map(({ actorId }) => actorId);
  const text = consentTextOf(alliance, seats, 'de');
  return value(openRound({ text, parties, proposer: null, deadlineOn: addDays(today, 14), onDecline }, today));
}

const demands: Demands = { benches: wanted, concernsEmployees: false };
const forming = { demands, nameGaps: false, gapsNote: '', employeesNote: '', today };

it('is drafted by coordinators, or by a delegate for a member, and for published challenges only', () => {
  const about_ = { ...about, challenge };
  const base = { ...wish, id: '1', regionId: 'r', slug: 's', challengeId: 'q', draftedById: null };
  expect(draftAlliance(delegateOf('a'), base, about_)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(draftAlliance(delegateOf('d'), { ...base, draftedById: 'd' }, about_)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(draftAlliance(delegateOf('a', 'EDITOR'), { ...base, draftedById: 'a' }, about_).ok).toBe(false);
  expect(drafted('a')).toMatchObject({
    draftedById: 'a',
    members: [{ bench: 'COMPANY' }, { bench: 'UNION' }, { bench: 'ADMINISTRATION' }],
  });
  expect(draftAlliance(coordinator, base, { ...about, challenge: { ...challenge, state: 'CLOSED' } })).toMatchObject({
    refusal: { code: 'CHALLENGE_NOT_OPEN' },
  });
  const twice = { ...base, members: [memberWish('a'), memberWish('a')] };
  expect(draftAlliance(coordinator, twice, about_)).toMatchObject({ refusal: { code: 'MEMBER_TWICE' } });
  expect(draftAlliance(coordinator, { ...base, members: [{ ...memberWish('a'), dueOn: '2020-01-01' }] }, about_)).toMatchObject({
    refusal: { code: 'DUE_INVALID', params: { actor: 'Gießerei' } },
  });
});

it('is put to its members only when it says what each one brings until when', () => {
  const vague = value(
    changeDraft(coordinator, drafted(), { ...wish, members: [...wish.members, { ...memberWish('d'), dueOn: null }] }, about),
  );
  expect(inviteMembers(coordinator, vague, today)).toMatchObject({ refusal: { code: 'COMMITMENT_INCOMPLETE', params: { count: 1 } } });
  const inviting = value(inviteMembers(coordinator, drafted(), today));
  expect(changeDraft(coordinator, inviting, wish, about)).toMatchObject({ refusal: { code: 'STATE_DIFFERS' } });
  const text = consentTextOf(inviting, seats, 'de');
  expect(text).toContain('Gießerei: a hilft (bis 25. Dezember 2026)');
  expect(text).toContain('Absichtserklärungen');
  const replaced = value(reviseAlliance(coordinator, inviting, value(withReplaced(inviting, 'c', memberWish('d'))), about));
  expect(replaced.members.map(({ actorId }) => actorId)).toEqual(['a', 'b', 'd']);
  expect(withReplaced(inviting, 'd', memberWish('c'))).toMatchObject({ refusal: { code: 'MEMBER_UNKNOWN' } });
});

it('is seen by those concerned until it is formed, and who declined by them even then', () => {
  const draft = drafted('a');
  const inviting = value(inviteMembers(coordinator, draft, today));
  const readers = {
    visitor: VISITOR,
    drafter: delegateOf('a', 'EDITOR'),
    asked: delegateOf('b', 'EDITOR'),
    foreign: delegateOf('d'),
    coordinator,
  };
  const see = (alliance: Alliance) => Object.entries(readers).flatMap(([name, viewer]) => (maySee(viewer, alliance) ? [name] : []));
  expect(see(draft)).toEqual(['drafter', 'coordinator']);
  expect(see(inviting)).toEqual(['drafter', 'asked', 'coordinator']);
  const declined: Alliance = {
    ...inviting,
    state: 'FORMED',
    members: inviting.members.map((one, at) => ({ ...one, state: at === 2 ? 'DECLINED' : 'MEMBER' })),
  };
  expect(see(declined)).toHaveLength(5);
  expect(shownMembers(VISITOR, declined)).toHaveLength(2);
  expect(shownMembers(delegateOf('b'), declined)).toHaveLength(3);
  expect(maySeeAnswers(readers.foreign, declined)).toBe(false);
});

const who = fc.constantFrom('a', 'b', 'c', 'd');
const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      who,
      answer: fc.constantFrom(...CONSENT_ANSWERS, 'YES' as const, 'YES' as const, 'YES' as const, 'YES' as const),
      old: fc.nat(9).map((number) => number === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), who, by: who }) },
);

it('is never formed unless all who remain said yes to the current version and each bench is filled or its gap named', () => {
  let formedOnce = 0;
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.constantFrom('CONTINUE_WITHOUT' as const, 'ABANDON' as const),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('', 'Der Rat wird im Frühjahr gewählt.'),
      fc.constantFrom(['a', 'b', 'c'], ['a', 'c', 'd']),
      (steps, onDecline, nameGaps, concernsEmployees, employeesNote, begun) => {
        const demanded = { ...demands, concernsEmployees };
        const draft = value(changeDraft(coordinator, drafted(), { ...wish, members: begun.map(memberWish) }, about));
        let alliance = value(inviteMembers(coordinator, draft, today));
        let round = asked(alliance, onDecline);
        const hasUnion = (ids: readonly string[]) => ids.some((id) => seats.get(id)!.kind === 'UNION');
        let unionAsked = hasUnion(begun);
        /** What was said about the version that stands there now. */
        let said = new Map<string, string>();
        for (const one of steps) {
          if (one.kind === 'replace') {
            const next = withReplaced(alliance, one.who, { ...memberWish(one.by), commitment: 'hilft anders' });
            const revised = next.ok ? reviseAlliance(coordinator, alliance, next.value, about) : next;
            if (!revised.ok) continue;
            const parties = revised.value.members.map(({ actorId }) => actorId);
            const text = consentTextOf(revised.value, seats, 'de');
            const reopened = reopenWith(round, { text, proposer: null, deadlineOn: addDays(today, 14), parties }, today);
            if (!reopened.ok) continue;
            [alliance, round, said] = [revised.value, reopened.value, new Map()];
            unionAsked ||= hasUnion(parties);
            continue;
          }
          const version = one.kind === 'answer' && one.old ? round.version - 1 : round.version;
          const next =
            one.kind === 'confirm'
              ? confirmReservation(round, one.who, today)
              : answerRound(round, one.who, { answer: one.answer, version, change: 'anders', reservedUntil: addDays(today, 3) }, today);
          if (!next.ok) continue;
          said.set(one.who, one.kind === 'confirm' ? 'YES' : one.answer);
          round = settled(next.value);
        }
        const members = alliance.members.map(({ actorId }) => actorId);
        const remaining = members.filter((id) => onDecline === 'ABANDON' || said.get(id) !== 'NO');
        const allAgreed = remaining.length >= 2 && remaining.every((id) => said.get(id) === 'YES');
        const seated = remaining.map((id) => seats.get(id)!.kind);
        const filled = wanted.every(({ kind, minimum }) => seated.filter((each) => each === kind).length >= minimum);
        const owesReason = concernsEmployees && !unionAsked;
        const formed = formAlliance(coordinator, alliance, { ...forming, demands: demanded, round, nameGaps, employeesNote });
        expect(formed.ok).toBe(allAgreed && (filled || nameGaps) && (!owesReason || employeesNote !== ''));
        expect(formationRefusal(alliance, round, demanded) === null).toBe(allAgreed && filled && !owesReason);
        const itself = formedByLastAnswer(alliance, round, demanded, today);
        expect(itself !== null).toBe(allAgreed && filled && !owesReason && remaining.length === members.length);
        if (!formed.ok) return;
        formedOnce++;
        expect(formed.value.members.filter(({ state }) => state === 'MEMBER').map(({ actorId }) => actorId)).toEqual(remaining);
        expect(formed.value.namedGaps).toEqual(emptyBenches(fillBenches(wanted, formed.value.members)));
        expect(formed.value.namedGaps.length > 0).toBe(!filled);
        expect(formed.value.employeesNote).toBe(owesReason ? employeesNote : '');
      },
    ),
    { numRuns: 600 },
  );
  expect(formedOnce).toBeGreaterThan(0);
});

it('says why it is not formed', () => {
  const inviting = value(inviteMembers(coordinator, drafted(), today));
  const say = (round: ConsentRound, who: string, answer: 'YES' | 'NO' | 'RESERVED') =>
    settled(value(answerRound(round, who, { answer, version: 1, reservedUntil: addDays(today, 3) }, today)));
  let round = asked(inviting);
  expect(formAlliance(coordinator, inviting, { ...forming, round: null })).toMatchObject({
    refusal: { code: 'NOT_AGREED', params: { count: 3 } },
  });
  expect(formAlliance(delegateOf('a'), inviting, { ...forming, round })).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  round = say(round, 'a', 'RESERVED');
  expect(formAlliance(coordinator, inviting, { ...forming, round })).toMatchObject({
    refusal: { code: 'OPEN_RESERVATION', params: { count: 1 } },
  });
  round = settled(value(confirmReservation(round, 'a', today)));
  round = say(round, 'c', 'YES');
  expect(formAlliance(coordinator, inviting, { ...forming, round, nameGaps: true })).toMatchObject({
    refusal: { code: 'NOT_AGREED', params: { count: 1 } },
  });
  round = say(round, 'b', 'NO');
  expect(formAlliance(coordinator, inviting, { ...forming, round })).toMatchObject({
    refusal: { code: 'BENCH_EMPTY', params: { kind: 'UNION', minimum: 1, filled: 0 } },
  });
  expect(formAlliance(coordinator, inviting, { ...forming, round, nameGaps: true, gapsNote: ' Der Betriebsrat fehlt. ' })).toMatchObject({
    value: { namedGaps: [{ kind: 'UNION', minimum: 1, filled: 0 }], gapsNote: 'Der Betriebsrat fehlt.' },
  });
});

it('says whether somebody speaks for the employees, and why not where the question touches them', () => {
  const draft = drafted();
  expect(employeesSideOf(draft)).toBe('ASKED');
  expect(employeesSideOf({ ...draft, members: draft.members.map((member) => ({ ...member, state: 'MEMBER' as const })) })).toBe('INVOLVED');
  const without = { ...wish, members: ['a', 'c'].map(memberWish) };
  const inviting = value(inviteMembers(coordinator, value(changeDraft(coordinator, draft, without, about)), today));
  expect(employeesSideOf(inviting)).toBe('NOT_ASKED');
  // Who was asked, declined and was replaced by somebody else has been asked all the same.
  const askedBefore = value(reviseAlliance(coordinator, value(inviteMembers(coordinator, draft, today)), without, about));
  expect(employeesSideOf(askedBefore)).toBe('ASKED');
  const open = asked(inviting);
  const round = settled({ ...open, parties: open.parties.map((party) => ({ ...party, answer: 'YES', answeredOn: today })) });
  const shifts = { question: 'Wie planen wir Schichten?', context: '', concerns: '', themes: [], benches: [] };
  const touched = { ...forming, round, demands: demandsOf(shifts) };
  expect(formAlliance(coordinator, inviting, touched)).toMatchObject({
    refusal: { code: 'EMPLOYEES_SIDE_UNANSWERED', field: 'employeesNote' },
  });
  expect(formAlliance(coordinator, inviting, { ...touched, employeesNote: ' Ein Rat wird gewählt. ' })).toMatchObject({
    value: { state: 'FORMED', employeesNote: 'Ein Rat wird gewählt.' },
  });
  const untouched = { ...forming, round, demands: demandsOf({ ...shifts, question: 'Wer teilt sich einen Bus?' }) };
  expect(formAlliance(coordinator, inviting, { ...untouched, employeesNote: 'überflüssig' })).toMatchObject({
    value: { employeesNote: '' },
  });
});

it('is looked back on every year, early if somebody likes, and no more after its end', () => {
  const formed: Alliance = { ...drafted(), state: 'FORMED', formedOn: '2026-01-10' };
  expect(nextReviewOn(drafted())).toBeNull();
  expect(nextReviewOn(formed)).toBe('2027-01-10');
  expect(reviewAlliance(coordinator, formed, { id: 'z', decision: 'CHANGE', summary: ' ' }, today)).toMatchObject({
    refusal: { code: 'TEXT_MISSING', field: 'summary' },
  });
  const reviewed = value(reviewAlliance(coordinator, formed, { id: 'z', decision: 'CHANGE', summary: 'Weniger Treffen.' }, '2026-11-25'));
  expect(reviewed.reviews).toEqual([{ id: 'z', on: '2026-11-25', decision: 'CHANGE', summary: 'Weniger Treffen.' }]);
  expect(nextReviewOn(reviewed)).toBe('2027-11-25');
  expect(nextReviewOn({ ...reviewed, state: 'CONCLUDED' })).toBeNull();
});

it('lets one hold something else beside the common text, and take it back', () => {
  const inviting = value(inviteMembers(coordinator, drafted(), today));
  const own = { actorId: 'b', stance: ' Nur ohne Samstagsarbeit. ' };
  expect(stateStance(coordinator, inviting, own)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(stateStance(delegateOf('d'), inviting, { ...own, actorId: 'd' })).toMatchObject({ refusal: { code: 'MEMBER_UNKNOWN' } });
  const differing = value(stateStance(delegateOf('b'), inviting, own));
  expect(differing.members.map(({ stance }) => stance)).toEqual(['', 'Nur ohne Samstagsarbeit.', '']);
  expect(value(stateStance(delegateOf('b'), differing, { actorId: 'b', stance: '' })).members[1]!.stance).toBe('');
  // A new text is a new question: who held something else says so anew.
  expect(value(reviseAlliance(coordinator, differing, { ...wish, purpose: 'Anders.' }, about)).members[1]!.stance).toBe('');
});

it('offers exactly the actions that are then carried out', () => {
  const viewer = fc.constantFrom(VISITOR, coordinator, delegateOf('a'), delegateOf('b'), delegateOf('b', 'EDITOR'), delegateOf('d'));
  fc.assert(
    fc.property(viewer, fc.constantFrom(...ALLIANCE_STATES), fc.constantFrom(null, 'a'), (who, state, draftedById) => {
      const milestones = [{ id: 'x', text: 'Kurs', dueOn: today, reachedOn: null }];
      const started: Alliance = { ...drafted(draftedById), state, milestones };
      const alliance: Alliance = {
        ...started,
        formedOn: isFormed(started) ? today : null,
        members: started.members.map((one) => ({ ...one, state: isFormed(started) ? ('MEMBER' as const) : one.state })),
      };
      const round = asked(alliance);
      const agreed = settled({ ...round, parties: round.parties.map((party) => ({ ...party, answer: 'YES', answeredOn: today })) });
      const done = {
        changeAllianceDraft: changeDraft(who, alliance, wish, about).ok,
        inviteToAlliance: inviteMembers(who, alliance, today).ok,
        reviseAlliance: reviseAlliance(who, alliance, wish, about).ok,
        formAlliance: formAlliance(who, alliance, { ...forming, round: agreed }).ok,
        stateAllianceStance: alliance.members.some(({ actorId }) => stateStance(who, alliance, { actorId, stance: 'Anders.' }).ok),
        reviewAlliance: reviewAlliance(who, alliance, { id: 'z', decision: 'GO_ON', summary: 'Weiter so.' }, today).ok,
        discardAllianceDraft: checkDiscard(who, alliance).ok,
        callOffAlliance: callOffAlliance(who, alliance, 'Kein Geld.', today).ok,
        activateAlliance: activateAlliance(who, alliance, today).ok,
        concludeAlliance: concludeAlliance(who, alliance, 'Viel.', today).ok,
        addAllianceMilestone: addMilestone(who, alliance, { id: 'y', text: 'Noch einer', dueOn: today }, today).ok,
        reachAllianceMilestone: reachMilestone(who, alliance, 'x', today).ok,
        promiseForAlliance: alliance.members.some(({ actorId }) => checkPromiser(who, alliance, actorId).ok),
      };
      const offered = allianceActions(who, alliance);
      for (const [action, carriedOut] of Object.entries(done))
        expect([action, offered.includes(action as never)]).toEqual([action, carriedOut]);
      if (!maySee(who, alliance)) expect(offered).toEqual([]);
    }),
  );
});
