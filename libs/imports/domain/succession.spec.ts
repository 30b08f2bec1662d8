import { VISITOR, type MandateRole, type Viewer } from '@knotenpunkt/identity/domain';
import {
  agreeToSuccession,
  confirmSuccession,
  declineSuccession,
  proposeSuccession,
  successionActions,
  unagreed,
  type Party,
  type Succession,
} from './succession';

const id = (at: number) => `0190b5f0-0000-7000-8000-00000000000${at}`;
const regionId = id(9);
const party = (at: number, name: string): Party => ({ id: id(at), regionId, name, archived: false, kind: 'CHAMBER', employerId: null });
const [chamber, house] = [party(1, 'Kammer Nord'), party(2, 'Kammer Harkenrode')];
const acting = (actorId: string, role: MandateRole = 'ADMINISTRATOR'): Viewer => ({
  ...VISITOR,
  personId: id(7),
  mandates: [{ id: id(6), actorId, role, fromOn: '2026-01-01', untilOn: null }],
});
const coordinator: Viewer = { ...VISITOR, personId: id(8), coordinator: true };
const today = '2026-11-28';
const about = { predecessor: chamber, successor: house, today, regionId };
const wish = { id: id(5), sinceOn: '2026-01-01', note: ' Fusion ' };
const proposed = (by: Viewer): Succession => {
  const made = proposeSuccession(by, wish, about);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? null : result.refusal!.code);

describe('an organisation that becomes part of another', () => {
  it('is proposed by who administers one of the two, or by the coordination', () => {
    expect(proposed(acting(chamber.id))).toMatchObject({ proposedBy: 'PREDECESSOR', predecessorAgreedOn: today, successorAgreedOn: null });
    expect(proposed(acting(house.id))).toMatchObject({ proposedBy: 'SUCCESSOR', predecessorAgreedOn: null, note: 'Fusion' });
    expect(unagreed(proposed(coordinator))).toEqual(['PREDECESSOR', 'SUCCESSOR']);
    for (const other of [VISITOR, acting(id(3)), acting(chamber.id, 'DELEGATE')])
      expect(code(proposeSuccession(other, wish, about))).toBe('NOT_PERMITTED');
  });

  it('needs two organisations of the region that are there, and a day that has come', () => {
    const by = acting(chamber.id);
    expect(code(proposeSuccession(by, wish, { ...about, successor: chamber }))).toBe('SAME_ENTRY');
    expect(code(proposeSuccession(by, wish, { ...about, successor: null }))).toBe('ENTRY_GONE');
    expect(code(proposeSuccession(by, wish, { ...about, successor: { ...house, archived: true } }))).toBe('ENTRY_GONE');
    expect(code(proposeSuccession(by, wish, { ...about, successor: { ...house, regionId: id(4) } }))).toBe('ENTRY_GONE');
    expect(code(proposeSuccession(by, wish, { ...about, predecessor: { ...chamber, kind: 'UNION', employerId: house.id } }))).toBe(
      'COUNCIL_AND_EMPLOYER',
    );
    expect(code(proposeSuccession(by, { ...wish, sinceOn: '2026-11-29' }, about))).toBe('DAY_INVALID');
    expect(code(proposeSuccession(by, { ...wish, sinceOn: '1900-01-01' }, about))).toBe('DAY_INVALID');
  });

  it('waits for the word of the other, which only its administrator gives, once', () => {
    const open = proposed(acting(chamber.id));
    expect(code(agreeToSuccession(acting(chamber.id), open, today))).toBe('AGREED_ALREADY');
    expect(code(agreeToSuccession(acting(house.id, 'DELEGATE'), open, today))).toBe('NOT_PERMITTED');
    expect(code(agreeToSuccession(coordinator, open, today))).toBe('NOT_PERMITTED');
    const both = agreeToSuccession(acting(house.id), open, today);
    expect(both).toMatchObject({ ok: true, value: { successorAgreedOn: today, state: 'PROPOSED' } });
  });

  it('happens by the coordination alone, with a ground where not both have agreed, and never by who acts for one of them', () => {
    const open = proposed(acting(chamber.id));
    expect(code(confirmSuccession(acting(house.id), open, { ground: 'x', today }))).toBe('NOT_PERMITTED');
    expect(code(confirmSuccession(coordinator, open, { ground: ' ', today }))).toBe('GROUND_MISSING');
    expect(confirmSuccession(coordinator, open, { ground: 'Amtsblatt 3/2026', today })).toMatchObject({
      value: { state: 'DONE', ground: 'Amtsblatt 3/2026', decidedOn: today },
    });
    const both = { ...open, successorAgreedOn: today };
    expect(confirmSuccession(coordinator, both, { ground: '', today })).toMatchObject({ value: { state: 'DONE' } });
    const biased = { ...coordinator, mandates: acting(house.id, 'EDITOR').mandates };
    expect(code(confirmSuccession(biased, both, { ground: '', today }))).toBe('SUCCESSION_OWN');
  });

  it('is withdrawn by who proposed it, declined by others with a reason, and then decided', () => {
    const open = proposed(acting(chamber.id));
    expect(declineSuccession(acting(chamber.id), open, { reason: '', today })).toMatchObject({ value: { state: 'WITHDRAWN' } });
    expect(code(declineSuccession(acting(house.id), open, { reason: '', today }))).toBe('TEXT_MISSING');
    const declined = declineSuccession(acting(house.id), open, { reason: 'Davon wissen wir nichts.', today });
    expect(declined).toMatchObject({ value: { state: 'DECLINED', ground: 'Davon wissen wir nichts.' } });
    const decided = { ...open, state: 'DECLINED' as const };
    expect(code(agreeToSuccession(acting(house.id), decided, today))).toBe('SUCCESSION_DECIDED');
    expect(code(confirmSuccession(coordinator, decided, { ground: 'x', today }))).toBe('SUCCESSION_DECIDED');
    expect(code(declineSuccession(acting(id(3)), open, { reason: 'x', today }))).toBe('NOT_PERMITTED');
  });

  it('offers each what they may do', () => {
    const open = proposed(acting(chamber.id));
    expect(successionActions(acting(chamber.id), open)).toEqual(['declineSuccession']);
    expect(successionActions(acting(house.id), open)).toEqual(['agreeToSuccession', 'declineSuccession']);
    expect(successionActions(coordinator, open)).toEqual(['declineSuccession', 'confirmSuccession']);
    expect(successionActions(coordinator, { ...open, state: 'DONE' })).toEqual(['undoSuccession']);
    expect(successionActions(acting(house.id), { ...open, state: 'DONE' })).toEqual([]);
    expect(successionActions(VISITOR, open)).toEqual([]);
  });
});
