import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { dismiss, staysAway } from './dismissal';

const editor: Viewer = {
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId: 'us', role: 'EDITOR', fromOn: '2020-01-01', untilOn: null }],
};
const wish = { actorId: 'us', suggestedId: 'them', reason: 'NO_FIT', note: ' Kein Bedarf. ' };
const TODAY = '2026-11-26';

describe('putting a suggestion away', () => {
  it('keeps the reason and stays away for ever', () => {
    const decided = dismiss(editor, wish, TODAY);
    expect(decided).toEqual({ ok: true, value: { ...wish, note: 'Kein Bedarf.', againOn: null } });
    expect(staysAway({ againOn: null }, '2099-01-01')).toBe(true);
  });

  it('comes back by itself when it was only put off', () => {
    const decided = dismiss(editor, { ...wish, reason: 'LATER' }, TODAY);
    expect(decided).toMatchObject({ value: { againOn: '2027-01-25' } });
    expect(staysAway({ againOn: '2027-01-25' }, '2027-01-24')).toBe(true);
    expect(staysAway({ againOn: '2027-01-25' }, '2027-01-25')).toBe(false);
  });

  it('is refused to others, for oneself, and without a known reason', () => {
    expect(dismiss(VISITOR, wish, TODAY)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(dismiss(editor, { ...wish, suggestedId: 'us' }, TODAY)).toMatchObject({ refusal: { code: 'ACTOR_UNKNOWN' } });
    expect(dismiss(editor, { ...wish, reason: 'WHY' }, TODAY)).toMatchObject({ refusal: { code: 'REASON_UNKNOWN' } });
    expect(dismiss(editor, { ...wish, note: 'x'.repeat(301) }, TODAY)).toMatchObject({ refusal: { code: 'TEXT_TOO_LONG' } });
  });
});
