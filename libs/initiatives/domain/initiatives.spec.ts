import { openRound, answerRound, settled, type ConsentAnswer } from '@knotenpunkt/agreements/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, type Id } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import {
  abandonInitiative,
  acceptInvitation,
  addEvent,
  addResult,
  afterAnswers,
  asked,
  cancelEvent,
  closeUnanswered,
  discardDraft,
  releaseInitiative,
  checkInitiative,
  finishInitiative,
  initiativeActions,
  invitePartner,
  leaveInitiative,
  maySee,
  registerInitiative,
  removePartner,
  reportEventHeld,
  startInitiative,
  visiblePartners,
  type Initiative,
  type InitiativeText,
} from './index';

const today = '2026-11-20';
const known = new Set(['schichtarbeit']);
const [lead, partner, third, stranger] = ['lead', 'partner', 'third', 'stranger'].map((name) => idFrom('actor', name)) as [Id, Id, Id, Id];

const actingFor = (actorId: Id, role: 'DELEGATE' | 'EDITOR' = 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: idFrom('person', actorId),
  mandates: [{ id: idFrom('mandate', actorId), actorId, role, fromOn: '2020-01-01', untilOn: null }],
});
const text: InitiativeText = {
  title: 'Ein Bus zur Frühschicht',
  kind: 'PROJECT',
  summary: 'Um vier fährt heute nichts.',
  description: '',
  themes: [],
  wanted: [],
  startOn: null,
  startPrecision: 'DAY',
  endOn: null,
  endPrecision: 'DAY',
  nextStep: '',
  budget: null,
};
function made(state: 'IDEA' | 'PROPOSED' | 'ACTIVE' = 'ACTIVE'): Initiative {
  const wish = { ...text, id: idFrom('initiative', '1'), regionId: idFrom('region', 'r'), slug: 'bus', leadId: lead, state };
  const result = registerInitiative(actingFor(lead), wish, { known, today });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const value = <V>(result: { ok: true; value: V } | { ok: false; refusal: { code: string } }): V => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

describe('the words of a Vorhaben', () => {
  it('keep a month a month and refuse an end before the start', () => {
    const months = { ...text, startOn: '2027-03-17', startPrecision: 'MONTH', endOn: '2027-03-02', endPrecision: 'MONTH' } as const;
    expect(value(checkInitiative(months, known))).toMatchObject({ startOn: '2027-03-01', endOn: '2027-03-01' });
    expect(code(checkInitiative({ ...text, startOn: '2027-03-17', endOn: '2027-03-16' }, known))).toBe('DATE_ORDER');
  });

  it('name the field that is wrong', () => {
    expect(checkInitiative({ ...text, title: ' ' }, known)).toMatchObject({ refusal: { code: 'TEXT_MISSING', field: 'title' } });
    expect(checkInitiative({ ...text, budget: { planned: 1.5, decided: null, spent: null } }, known)).toMatchObject({
      refusal: { code: 'AMOUNT_INVALID', field: 'budget' },
    });
    expect(checkInitiative({ ...text, wanted: [{ text: 'Fahrer:in', competences: ['fliegen'], kinds: [] }] }, known)).toMatchObject({
      refusal: { code: 'COMPETENCE_UNKNOWN', field: 'wanted' },
    });
  });
});

describe('a Vorhaben', () => {
  it('is entered only for an organisation one acts for, and by whoever may not decide as a draft its own people read', () => {
    const wish = { ...text, id: idFrom('x'), regionId: idFrom('r'), slug: 'x', leadId: lead, state: 'IDEA' as const };
    expect(code(registerInitiative(actingFor(stranger), wish, { known, today }))).toBe('NOT_PERMITTED');
    const draft = value(registerInitiative(actingFor(lead, 'EDITOR'), { ...wish, state: 'ACTIVE' }, { known, today }));
    expect(draft).toMatchObject({ state: 'DRAFT', leadSinceOn: null });
    const coordinator = { ...VISITOR, personId: idFrom('c'), coordinator: true };
    expect([actingFor(lead, 'EDITOR'), actingFor(stranger), coordinator, VISITOR].map((viewer) => maySee(viewer, draft))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(initiativeActions(actingFor(lead, 'EDITOR'), draft)).toEqual(['discardInitiativeDraft', 'changeInitiative']);
    expect(code(releaseInitiative(actingFor(lead, 'EDITOR'), draft, { begun: true }, today))).toBe('NOT_PERMITTED');
    expect(value(releaseInitiative(actingFor(lead), draft, { begun: true }, today))).toMatchObject({ state: 'ACTIVE', leadSinceOn: today });
    expect(value(releaseInitiative(actingFor(lead), draft, { begun: false }, today)).state).toBe('IDEA');
    expect(code(discardDraft(actingFor(lead), made('IDEA')))).toBe('STATE_DIFFERS');
    const proposed = { ...wish, state: 'PROPOSED' as const };
    expect(code(registerInitiative(actingFor(lead, 'EDITOR'), proposed, { known, today }))).toBe('NOT_PERMITTED');
  });

  it('goes from idea over running to done, and says why when it is given up', () => {
    const begun = value(startInitiative(actingFor(lead), made('IDEA')));
    expect(begun.state).toBe('ACTIVE');
    const done = value(finishInitiative(actingFor(lead), begun, today));
    expect(done).toMatchObject({ state: 'FINISHED', endedOn: today });
    expect(code(startInitiative(actingFor(lead), done))).toBe('STATE_DIFFERS');
    expect(code(abandonInitiative(actingFor(lead), begun, '', today))).toBe('TEXT_MISSING');
    expect(value(abandonInitiative(actingFor(lead), begun, 'Kein Fahrpersonal.', today)).endReason).toBe('Kein Fahrpersonal.');
  });

  it('shows results with what proves them, and none from the future', () => {
    const result = { text: 'Drei Linien', on: today, evidenceUrl: 'example.org/bericht' };
    expect(value(addResult(actingFor(lead, 'EDITOR'), made(), result, today)).results[0]!.evidenceUrl).toBe('https://example.org/bericht');
    expect(code(addResult(actingFor(lead), made(), { ...result, on: '2026-12-01' }, today))).toBe('DATE_FUTURE');
  });

  it('gains a partner only by the partner’s own word', () => {
    const invited = value(invitePartner(actingFor(lead), made(), { actorId: partner, role: 'PARTNER' }, today));
    expect(code(acceptInvitation(actingFor(lead), invited, partner, today))).toBe('NOT_PERMITTED');
    expect(code(acceptInvitation(actingFor(third), invited, third, today))).toBe('NOT_INVITED');
    expect(visiblePartners(VISITOR, invited)).toEqual([]);
    const joined = value(acceptInvitation(actingFor(partner), invited, partner, today));
    expect(visiblePartners(VISITOR, joined)).toEqual([
      { actorId: partner, role: 'PARTNER', state: 'ACCEPTED', sinceOn: today, untilOn: null, answerBy: addDays(today, 30) },
    ]);
    expect(value(leaveInitiative(actingFor(partner), joined, partner, today)).partners[0]).toMatchObject({ state: 'LEFT', untilOn: today });
    expect(value(removePartner(actingFor(lead), joined, partner, today)).partners[0]!.state).toBe('LEFT');
  });

  it('counts an invitation nobody answered in time as no answer, and lets it be sent again', () => {
    const invited = value(invitePartner(actingFor(lead), made(), { actorId: partner, role: 'PARTNER' }, today));
    expect(closeUnanswered(invited, addDays(today, 30)).partners[0]!.state).toBe('INVITED');
    const closed = closeUnanswered(invited, addDays(today, 31));
    expect(closed.partners[0]!.state).toBe('UNANSWERED');
    expect(code(acceptInvitation(actingFor(partner), closed, partner, today))).toBe('NOT_INVITED');
    expect(visiblePartners(VISITOR, closed)).toEqual([]);
    const again = value(invitePartner(actingFor(lead), closed, { actorId: partner, role: 'PARTNER' }, addDays(today, 40)));
    expect(again.partners).toHaveLength(1);
    expect(again.partners[0]).toMatchObject({ state: 'INVITED', answerBy: addDays(today, 70) });
  });

  it('offers exactly the acts that would be taken', () => {
    const invited = value(invitePartner(actingFor(lead), made(), { actorId: partner, role: 'PARTNER' }, today));
    expect(initiativeActions(actingFor(partner), invited)).toEqual(['acceptInvitation', 'declineInvitation']);
    expect(initiativeActions(VISITOR, invited)).toEqual([]);
    expect(initiativeActions(actingFor(lead, 'EDITOR'), invited)).toEqual(['changeInitiative', 'addResult', 'addEvent']);
  });
});

describe('a proposal', () => {
  const proposal = (): Initiative => ({ ...made('PROPOSED'), partners: asked([partner, third]) });
  const round = () =>
    value(
      openRound({ text: 't', parties: [lead, partner, third], proposer: lead, deadlineOn: today, onDecline: 'CONTINUE_WITHOUT' }, today),
    );

  it('is seen by those it is put to', () => {
    expect([VISITOR, actingFor(stranger), actingFor(partner), actingFor(lead)].map((viewer) => maySee(viewer, proposal()))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('makes partners of those who agreed, when all who remain have agreed, and of nobody before', () => {
    const answers = fc.constantFrom<ConsentAnswer | null>('YES', 'YES_BUT', 'RESERVED', 'NO', null);
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        let asking = round();
        for (const [actorId, answer] of [
          [partner, first],
          [third, second],
        ] as const) {
          if (answer === null || asking.state !== 'OPEN') continue;
          const given = { answer, version: 1, change: 'anders', reservedUntil: today };
          asking = settled(value(answerRound(asking, actorId, given, today)));
        }
        const after = afterAnswers(proposal(), asking, today);
        const joined = after.partners.filter(({ state }) => state === 'ACCEPTED').map(({ actorId }) => actorId);
        const said = [first, second];
        const agreed = said.every((answer) => answer === 'YES' || answer === 'NO') && said.includes('YES');
        expect(joined).toEqual(agreed ? [partner, third].filter((_, at) => said[at] === 'YES') : []);
        expect(after.state === 'ACTIVE').toBe(agreed);
      }),
    );
  });
});

describe('an event', () => {
  const wish = {
    id: idFrom('event'),
    title: 'Runder Tisch',
    format: 'DIALOGUE' as const,
    dateOn: today,
    startTime: '09:30',
    endTime: null,
    venue: '',
    forWhom: '',
  };

  it('is announced for a day to come and makes people meet only when it was held', () => {
    const event = value(addEvent(actingFor(lead, 'EDITOR'), made(), wish, today));
    expect(code(addEvent(actingFor(lead), made(), { ...wish, dateOn: '2026-11-19' }, today))).toBe('DATE_INVALID');
    expect(code(addEvent(actingFor(lead), made(), { ...wish, startTime: '9 Uhr' }, today))).toBe('TIME_INVALID');
    expect(code(reportEventHeld(actingFor(lead), { ...event, dateOn: '2026-11-21' }, [partner], today))).toBe('DATE_FUTURE');
    expect(value(reportEventHeld(actingFor(lead), event, [partner, lead, partner], today)).participantIds).toEqual([partner]);
    expect(code(cancelEvent(actingFor(partner), event))).toBe('NOT_PERMITTED');
  });
});
