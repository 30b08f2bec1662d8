import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays } from '@knotenpunkt/kernel';
import {
  ANSWER_DAYS,
  answerIntroduction,
  askIntroduction,
  awaitedFrom,
  closeUnanswered,
  concludeIntroduction,
  INTRODUCTION_LIMITS,
  introductionActions,
  isOpen,
  maySee,
  OUTCOMES,
  reportMeeting,
  reviseIntroduction,
  seesContacts,
  shownNote,
  SIDE_ANSWERS,
  sideOf,
  sideOfActor,
  withdrawIntroduction,
  type Introduction,
  type SideAnswer,
} from './index';

const today = '2026-11-27';
const [first, between, second, stranger] = ['first', 'between', 'second', 'stranger'] as const;
const acting = (actorId: string, role: 'EDITOR' | 'DELEGATE' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: `person of ${actorId}`,
  mandates: [{ id: 'm', actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const coordinator: Viewer = { ...VISITOR, personId: 'k', coordinator: true };
const can = { proposable: true, reachable: true };
const known = {
  today,
  actors: new Map([first, between, second].map((id) => [id as string, can])),
  workTogether: false,
  open: false,
  declinedOn: null,
  askedFor: 0,
  wanted: new Map<string, number>(),
  tied: true,
  recently: 0,
};
const wish = {
  id: 'i',
  regionId: 'r',
  askedById: first as string | null,
  firstId: first,
  goBetweenId: between,
  secondId: second,
  purpose: 'Ein Frühbus',
  reason: 'Beide fahren um vier.',
};
const joint = [{ type: 'INITIATIVE' as const, id: 'v', title: 'Frühbus', slug: 'fruehbus' }];

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const asked = (askedById: string | null = first): Introduction =>
  value(askIntroduction(askedById === null ? coordinator : acting(first), { ...wish, askedById }, known));
const say = (one: Introduction, actorId: string, answer: SideAnswer, more: object = {}, viewer = acting(actorId)) =>
  answerIntroduction(viewer, one, { actorId, textVersion: one.textVersion, answer, note: 'Weil.', noteShared: false, ...more }, today);
const agreed = () => value(say(value(say(asked(), between, 'YES')), second, 'YES'));

describe('asking for an introduction', () => {
  it('is done by an organisation for itself or by the coordination for both; whoever asks has agreed by asking', () => {
    expect(asked()).toMatchObject({ state: 'ASKED', answerBy: addDays(today, ANSWER_DAYS) });
    expect(asked().sides.map(({ answer }) => answer)).toEqual(['YES', null, null]);
    expect(asked(null).sides.map(({ answer }) => answer)).toEqual([null, null, null]);
    for (const viewer of [VISITOR, coordinator, acting(second), acting(first, 'EDITOR')])
      expect(askIntroduction(viewer, wish, known)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(askIntroduction(acting(first), { ...wish, askedById: null }, known)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(askIntroduction(acting(second), { ...wish, askedById: second }, known)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it.each([
    ['SAME_ACTOR', { secondId: first }, {}],
    ['SAME_ACTOR', { goBetweenId: second }, {}],
    ['TEXT_MISSING', { purpose: ' ' }, {}],
    ['TEXT_MISSING', { reason: '' }, {}],
    ['TEXT_TOO_LONG', { purpose: 'x'.repeat(INTRODUCTION_LIMITS.purpose + 1) }, {}],
    ['ACTOR_UNKNOWN', { secondId: stranger }, {}],
    ['ACTOR_UNKNOWN', { goBetweenId: stranger }, {}],
    ['NOT_PROPOSABLE', {}, { actors: new Map(known.actors).set(second, { ...can, proposable: false }) }],
    ['NOT_PROPOSABLE', {}, { actors: new Map(known.actors).set(between, { ...can, proposable: false }) }],
    ['NOBODY_TO_ASK', {}, { actors: new Map(known.actors).set(between, { ...can, reachable: false }) }],
    ['KNOW_EACH_OTHER', {}, { workTogether: true }],
    ['ALREADY_OPEN', {}, { open: true }],
    ['RECENTLY_DECLINED', {}, { declinedOn: addDays(today, 1 - INTRODUCTION_LIMITS.restDays) }],
    ['TOO_MANY_ASKED', {}, { askedFor: INTRODUCTION_LIMITS.askedAtOnce }],
    ['END_BUSY', {}, { wanted: new Map([[second, INTRODUCTION_LIMITS.wantedAtOnce]]) }],
    ['NO_WAY', {}, { tied: false }],
    ['GO_BETWEEN_BUSY', {}, { recently: INTRODUCTION_LIMITS.goBetween }],
  ])('is refused with %s: %j %j', (code, wished, about) => {
    expect(askIntroduction(acting(first), { ...wish, ...wished }, { ...known, ...about })).toMatchObject({ refusal: { code } });
  });

  it('is allowed for an organisation that is not to be proposed itself, and not to the coordination on its behalf', () => {
    const actors = new Map(known.actors).set(first, { ...can, proposable: false });
    expect(askIntroduction(acting(first), wish, { ...known, actors }).ok).toBe(true);
    expect(askIntroduction(coordinator, { ...wish, askedById: null }, { ...known, actors })).toMatchObject({
      refusal: { code: 'NOT_PROPOSABLE', field: 'firstId' },
    });
  });

  it('leaves two alone for a while after a "Nein", and no longer', () => {
    const declinedOn = addDays(today, -INTRODUCTION_LIMITS.restDays);
    expect(askIntroduction(acting(first), wish, { ...known, declinedOn }).ok).toBe(true);
  });
});

describe('the three answer', () => {
  it('and the last "Ja" agrees it', () => {
    const one = value(say(asked(), second, 'YES'));
    expect(one.state).toBe('ASKED');
    expect(value(say(one, between, 'YES'))).toMatchObject({ state: 'AGREED', agreedOn: today });
  });

  it('for themselves only, to the text that stands there, in time, and not twice for whoever asks', () => {
    expect(say(asked(), second, 'YES', {}, acting(between))).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(say(asked(), second, 'YES', {}, acting(second, 'EDITOR'))).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(say(asked(), stranger, 'YES')).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(say(asked(), first, 'NO')).toMatchObject({ refusal: { code: 'ASKED_ITSELF' } });
    expect(say(asked(), second, 'YES', { textVersion: 2 })).toMatchObject({ refusal: { code: 'OLD_VERSION' } });
    expect(say({ ...asked(), answerBy: addDays(today, -1) }, second, 'YES')).toMatchObject({ refusal: { code: 'DEADLINE_PASSED' } });
    expect(say(asked(), second, 'YES_BUT', { note: ' ' })).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'note' } });
    expect(say(agreed(), second, 'NO')).toMatchObject({ refusal: { code: 'STATE_DIFFERS' } });
  });

  it('with a change, about which all are asked anew', () => {
    const one = value(say(value(say(asked(), between, 'YES')), second, 'YES_BUT'));
    expect(one.state).toBe('ASKED');
    expect(awaitedFrom(acting(first), one)).toBe('CHANGE');
    expect(reviseIntroduction(acting(second), one, { purpose: 'Anders', reason: 'Darum.' }, today)).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
    expect(reviseIntroduction(acting(first), one, wish, today)).toMatchObject({ refusal: { code: 'TEXT_UNCHANGED' } });
    const next = value(reviseIntroduction(acting(first), one, { purpose: 'Ein Spätbus', reason: 'Darum.' }, today));
    expect(next).toMatchObject({ textVersion: 2, purpose: 'Ein Spätbus' });
    expect(next.sides.map(({ answer }) => answer)).toEqual(['YES', null, null]);
    expect(reviseIntroduction(acting(first), next, wish, today)).toMatchObject({ refusal: { code: 'NOTHING_TO_CHANGE' } });
  });

  it('"Nein" and keep why to themselves, unless they want it told', () => {
    const [quiet, told] = [false, true].map((noteShared) => sideOf(value(say(asked(), second, 'NO', { noteShared })), 'SECOND'));
    for (const viewer of [acting(first), acting(between), coordinator]) {
      expect(shownNote(viewer, quiet!)).toBe('');
      expect(shownNote(viewer, told!)).toBe('Weil.');
    }
    expect(shownNote(acting(second, 'EDITOR'), quiet!)).toBe('Weil.');
  });

  it('nothing, and then it ends as "Keine Antwort" after the last day, never as consent', () => {
    const late = addDays(today, ANSWER_DAYS + 1);
    const later = value(say(value(say(asked(), between, 'YES')), second, 'LATER'));
    expect(closeUnanswered(later, addDays(today, ANSWER_DAYS))).toBeNull();
    expect(closeUnanswered(later, late)).toMatchObject({ state: 'UNANSWERED', endedOn: late });
    expect(closeUnanswered(agreed(), late)).toBeNull();
    // Somebody wants a change: that is an answer, and the one who asked has the word.
    const butters = value(say(value(say(asked(), between, 'YES')), second, 'YES_BUT'));
    expect(closeUnanswered(butters, late)).toBeNull();
  });
});

describe('what becomes of it', () => {
  it('is that they meet, on a day since they agreed', () => {
    for (const metOn of [addDays(today, 1), addDays(today, -1), 'gestern'])
      expect(reportMeeting(acting(between), agreed(), metOn, today)).toMatchObject({ refusal: { code: 'DAY_INVALID' } });
    expect(reportMeeting(acting(stranger), agreed(), today, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(value(reportMeeting(acting(between), agreed(), today, today))).toMatchObject({ state: 'MET', metOn: today });
  });

  it('is something both take part in, or nothing and why', () => {
    const about = { joint, today };
    const became = (outcome: (typeof OUTCOMES)[number], outcomeId: string | null, note: string) =>
      concludeIntroduction(acting(first), agreed(), { outcome, outcomeId, note }, about);
    expect(value(became('INITIATIVE', 'v', ''))).toMatchObject({ state: 'BECAME', outcome: 'INITIATIVE', outcomeId: 'v' });
    expect(became('INITIATIVE', 'other', '')).toMatchObject({ refusal: { code: 'OUTCOME_UNKNOWN' } });
    expect(became('ALLIANCE', 'v', '')).toMatchObject({ refusal: { code: 'OUTCOME_UNKNOWN' } });
    expect(became('NOTHING', null, '')).toMatchObject({ refusal: { code: 'TEXT_MISSING' } });
    expect(value(became('NOTHING', 'v', 'Keine Zeit.'))).toMatchObject({ outcome: 'NOTHING', outcomeId: null, outcomeNote: 'Keine Zeit.' });
  });

  it('can be called off by whoever asked and by the coordination while nobody has decided', () => {
    for (const viewer of [acting(first), coordinator]) expect(value(withdrawIntroduction(viewer, asked(), today)).state).toBe('WITHDRAWN');
    expect(withdrawIntroduction(acting(second), asked(), today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(withdrawIntroduction(acting(first), agreed(), today)).toMatchObject({ refusal: { code: 'STATE_DIFFERS' } });
  });

  it('waits for those who have the word', () => {
    expect([first, between, second].map((id) => awaitedFrom(acting(id), asked()))).toEqual([null, 'ANSWER', 'ANSWER']);
    expect([first, between, second].map((id) => awaitedFrom(acting(id), agreed()))).toEqual(['MEETING', 'MEETING', 'MEETING']);
    const met = value(reportMeeting(acting(first), agreed(), today, today));
    expect([first, between, second].map((id) => awaitedFrom(acting(id), met))).toEqual(['OUTCOME', null, 'OUTCOME']);
    expect(awaitedFrom(coordinator, asked())).toBeNull();
  });
});

const people = [VISITOR, coordinator, ...[first, between, second, stranger].flatMap((id) => [acting(id), acting(id, 'EDITOR')])];
const anybody = fc.constantFrom(...people);
const anyAct = fc.oneof(
  fc.record({
    what: fc.constant('answer' as const),
    viewer: anybody,
    actorId: fc.constantFrom(first, between, second, stranger),
    answer: fc.constantFrom(...SIDE_ANSWERS),
    textVersion: fc.integer({ min: 1, max: 3 }),
    noteShared: fc.boolean(),
  }),
  fc.record({ what: fc.constantFrom('revise' as const, 'withdraw' as const, 'meet' as const, 'pass' as const), viewer: anybody }),
  fc.record({ what: fc.constant('conclude' as const), viewer: anybody, outcome: fc.constantFrom(...OUTCOMES) }),
);
type AnyAct = typeof anyAct extends fc.Arbitrary<infer Act> ? Act : never;

function after(one: Introduction, act: AnyAct, day: string, at: number): Introduction {
  const done = (() => {
    switch (act.what) {
      case 'answer':
        return answerIntroduction(act.viewer, one, { ...act, note: 'Geheim.' }, day);
      case 'revise':
        return reviseIntroduction(act.viewer, one, { purpose: `Fassung ${at}`, reason: 'Darum.' }, day);
      case 'withdraw':
        return withdrawIntroduction(act.viewer, one, day);
      case 'meet':
        return reportMeeting(act.viewer, one, day, day);
      case 'conclude':
        return concludeIntroduction(act.viewer, one, { outcome: act.outcome, outcomeId: 'v', note: 'So.' }, { joint, today: day });
      case 'pass':
        return { ok: true as const, value: closeUnanswered(one, day) ?? one };
    }
  })();
  return done.ok ? done.value : one;
}

describe('whatever is done in whatever order', () => {
  const histories = fc.tuple(fc.constantFrom(first, null), fc.array(anyAct, { maxLength: 25 }));
  const walk = (
    askedById: string | null,
    acts: readonly AnyAct[],
    look: (before: Introduction, now: Introduction, day: string) => void,
  ) => {
    let one = asked(askedById);
    acts.forEach((act, at) => {
      const day = addDays(today, act.what === 'pass' ? at * 2 : at);
      const next = after(one, act, day, at);
      look(one, next, day);
      one = next;
    });
  };

  it('nobody is introduced before all three have said "Ja" to the same text, and no contact is shown before', () => {
    fc.assert(
      fc.property(histories, ([askedById, acts]) =>
        walk(askedById, acts, (before, now) => {
          const all = now.sides.every(({ answer }) => answer === 'YES');
          expect(['AGREED', 'MET', 'BECAME'].includes(now.state)).toBe(all);
          if (!all) for (const viewer of people) expect(seesContacts(viewer, now)).toBe(false);
          if (now.textVersion > before.textVersion)
            expect(now.sides.filter(({ answer }) => answer !== null).map(({ actorId }) => actorId)).toEqual(askedById ? [askedById] : []);
        }),
      ),
    );
  });

  it('what has ended stays as it is, and what a viewer may do is what succeeds for somebody like that', () => {
    fc.assert(
      fc.property(histories, ([askedById, acts]) =>
        walk(askedById, acts, (before, now) => {
          if (!isOpen(before)) expect(now).toBe(before);
          for (const viewer of people) {
            if (!isOpen(now)) expect(introductionActions(viewer, now)).toEqual([]);
            if (awaitedFrom(viewer, now) !== null) expect(introductionActions(viewer, now).length).toBeGreaterThan(0);
            if (introductionActions(viewer, now).length > 0) expect(maySee(viewer, now)).toBe(true);
          }
        }),
      ),
    );
  });

  it('why somebody said "Nein" is read by nobody else, unless they wanted it told', () => {
    fc.assert(
      fc.property(histories, ([askedById, acts]) =>
        walk(askedById, acts, (_, now) => {
          for (const side of now.sides.filter(({ answer, noteShared }) => answer === 'NO' && !noteShared))
            for (const viewer of people.filter((each) => !each.mandates.some(({ actorId }) => actorId === side.actorId)))
              expect(shownNote(viewer, side)).toBe('');
        }),
      ),
    );
  });

  it('each of the three keeps its own word: only who acts for a side changes it', () => {
    fc.assert(
      fc.property(histories, ([askedById, acts]) => {
        let one = asked(askedById);
        acts.forEach((act, at) => {
          const next = after(one, act, addDays(today, at), at);
          if (act.what === 'answer')
            for (const actorId of [first, between, second])
              if (!act.viewer.mandates.some((mandate) => mandate.actorId === actorId && mandate.role === 'DELEGATE'))
                expect(sideOfActor(next, actorId)).toEqual(sideOfActor(one, actorId));
          one = next;
        });
      }),
    );
  });
});
