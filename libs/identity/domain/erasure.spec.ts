import { decideErasure, leftAlone } from './erasure';

describe('erasing a person', () => {
  it('goes at once where others are left who decide', () => {
    expect(decideErasure({ leftAlone: [], regions: [], lastOfPlatform: false }).ok).toBe(true);
  });

  it('waits for a successor of the last administrator, and names the organisations', () => {
    expect(decideErasure({ leftAlone: ['Rohrwerk Ruhl', 'Codewerft'], regions: ['Harkenrode'], lastOfPlatform: true })).toMatchObject({
      refusal: { code: 'LAST_ADMINISTRATOR_OF', params: { actors: 'Rohrwerk Ruhl, Codewerft' } },
    });
    expect(decideErasure({ leftAlone: [], regions: [], lastOfPlatform: true })).toMatchObject({
      refusal: { code: 'LAST_PLATFORM_ADMINISTRATOR' },
    });
  });

  it('waits for another coordinator of a region that would be left without one, and names it', () => {
    expect(decideErasure({ leftAlone: [], regions: ['Harkenrode'], lastOfPlatform: true })).toMatchObject({
      refusal: { code: 'LAST_COORDINATOR_OF', params: { regions: 'Harkenrode' } },
    });
  });

  it('leaves nobody alone with an administrator who goes sooner', () => {
    const administrator = (personId: string, untilOn: string | null, actorId = 'a') => ({
      ...{ id: personId + actorId, personId, actorId, regionId: 'r', role: 'ADMINISTRATOR' as const, fromOn: '2026-01-01', untilOn },
    });
    const own = administrator('kim', null);
    const left = (...others: ReturnType<typeof administrator>[]) => leftAlone('kim', [own, ...others], '2026-05-01');
    expect(left()).toEqual([own]);
    expect(left(administrator('mo', null))).toEqual([]);
    expect(left(administrator('mo', '2026-06-01'))).toEqual([own]);
    expect(left(administrator('mo', null, 'b'))).toEqual([own]);
  });
});
