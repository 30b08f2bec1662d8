import { acceptInvitation, inviteToMandate, offerHandover, wrongInInvitation, type MandateInvitation } from './mandate-invitation';
import type { MandateOfPerson } from './mandate';
import { VISITOR, type Viewer } from './viewer';

const today = '2026-05-01';
const mandate = (id: string, role: MandateOfPerson['role'], personId = id): MandateOfPerson => ({
  ...{ id, personId, actorId: 'a', role, fromOn: '2026-01-01', untilOn: null },
});
const viewer = (own: MandateOfPerson): Viewer => ({ ...VISITOR, personId: own.personId, mandates: [own] });
const administrator = mandate('m', 'ADMINISTRATOR');
const wish = {
  ...{ id: 'i', regionId: 'r', actorId: 'a', name: 'Kim Beispiel', email: ' Kim@Beispiel.example ', role: 'DELEGATE' },
  ...{ fromOn: '2026-04-01', untilOn: null },
};
const invited = (change: Partial<MandateInvitation> = {}): MandateInvitation => {
  const result = inviteToMandate(viewer(administrator), wish, today);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...result.value, ...change };
};
const kim = { id: 'k', email: 'kim@beispiel.example' };

describe('inviting', () => {
  it('is for those who decide on mandates, holds for some days, and begins today at the earliest', () => {
    expect(invited()).toMatchObject({ email: 'kim@beispiel.example', fromOn: today, endsOn: '2026-05-08', state: 'OPEN', invitedBy: 'm' });
    expect(inviteToMandate(viewer(mandate('n', 'DELEGATE')), wish, today)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(inviteToMandate(viewer(administrator), { ...wish, untilOn: '2026-04-15' }, today)).toMatchObject({
      refusal: { field: 'untilOn' },
    });
  });
});

describe('what is wrong with an invitation', () => {
  it('is told at once, field by field, and nothing where all is right', () => {
    expect(wrongInInvitation({ ...wish, name: ' ', email: 'kim@', untilOn: '2026-04-15' }, today).map(({ field }) => field)).toEqual([
      ...['name', 'email', 'untilOn'],
    ]);
    expect(wrongInInvitation({ ...wish, role: 'KING' }, today)).toMatchObject([{ code: 'ROLE_UNKNOWN', field: 'role' }]);
    expect(wrongInInvitation(wish, today)).toEqual([]);
  });

  it('is refused by the first of it where somebody sends it all the same', () => {
    const wrong = { ...wish, name: '', email: 'kim', untilOn: '2026-04-15' };
    const told = inviteToMandate(viewer(administrator), wrong, today);
    expect(told).toMatchObject({ refusal: wrongInInvitation(wrong, today)[0]! });
  });
});

describe('accepting', () => {
  it('is for the address it went to, while it is open', () => {
    expect(acceptInvitation(invited(), kim, [administrator], today)).toMatchObject({
      value: { instead: null, role: 'DELEGATE', fromOn: today },
    });
    expect(acceptInvitation(invited(), { ...kim, email: 'lou@beispiel.example' }, [], today)).toMatchObject({
      refusal: { code: 'OTHER_ADDRESS' },
    });
    expect(acceptInvitation(invited({ invitedBy: kim.id }), kim, [], today)).toMatchObject({ refusal: { code: 'NOT_FOR_ONESELF' } });
    expect(acceptInvitation(invited(), kim, [], '2026-05-09')).toMatchObject({ refusal: { code: 'LINK_ENDED' } });
    expect(acceptInvitation(invited({ state: 'WITHDRAWN' }), kim, [], today)).toMatchObject({ refusal: { code: 'LINK_ENDED' } });
  });

  it('takes the place of what the person has already, and of nothing that holds until then', () => {
    const own = mandate('e', 'EDITOR', 'k');
    expect(acceptInvitation(invited(), kim, [own], today)).toMatchObject({ value: { instead: { id: 'e' }, fromOn: '2026-01-01' } });
    expect(acceptInvitation(invited({ fromOn: '2026-06-01' }), kim, [own], today)).toMatchObject({ value: { instead: null } });
  });

  it('makes no administrator less', () => {
    expect(acceptInvitation(invited(), kim, [mandate('e', 'ADMINISTRATOR', 'k')], today)).toMatchObject({
      refusal: { code: 'OWN_MANDATE' },
    });
  });
});

describe('handing over', () => {
  const to = { ...mandate('d', 'DELEGATE'), personName: 'Kim', email: 'kim@beispiel.example' };
  const about = { id: 'i', regionId: 'r', keeps: null, today };

  it('is offered by an administrator to somebody who acts for the organisation', () => {
    expect(offerHandover(viewer(administrator), { own: administrator, to }, about)).toMatchObject({
      value: { role: 'ADMINISTRATOR', handsOver: 'm', keeps: null, email: 'kim@beispiel.example' },
    });
    const refusal = (...given: Parameters<typeof offerHandover>) => offerHandover(...given);
    expect(refusal(viewer(to), { own: null, to }, about)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(refusal(viewer(administrator), { own: administrator, to: { ...to, untilOn: '2026-04-30' } }, about)).toMatchObject({
      refusal: { code: 'MANDATE_ENDED' },
    });
    expect(refusal(viewer(administrator), { own: administrator, to }, { ...about, keeps: 'ADMINISTRATOR' })).toMatchObject({
      refusal: { field: 'keeps' },
    });
  });

  it('holds only while the one who offers still administers', () => {
    const offer = invited({ role: 'ADMINISTRATOR', handsOver: 'm' });
    const own = mandate('d', 'DELEGATE', 'k');
    expect(acceptInvitation(offer, kim, [administrator, own], today)).toMatchObject({
      value: { instead: { id: 'd' }, role: 'ADMINISTRATOR', givenUp: { id: 'm' } },
    });
    expect(acceptInvitation(offer, kim, [{ ...administrator, role: 'EDITOR' }, own], today)).toMatchObject({
      refusal: { code: 'HANDOVER_ENDED' },
    });
  });
});
