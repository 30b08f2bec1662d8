import { decideErasure } from './erasure';

describe('erasing a person', () => {
  it('goes at once where others are left who decide', () => {
    expect(decideErasure({ leftAlone: [], lastOfPlatform: false }).ok).toBe(true);
  });

  it('waits for a successor of the last administrator, and names the organisations', () => {
    expect(decideErasure({ leftAlone: ['Rohrwerk Ruhl', 'Codewerft'], lastOfPlatform: true })).toMatchObject({
      refusal: { code: 'LAST_ADMINISTRATOR_OF', params: { actors: 'Rohrwerk Ruhl, Codewerft' } },
    });
    expect(decideErasure({ leftAlone: [], lastOfPlatform: true })).toMatchObject({ refusal: { code: 'LAST_PLATFORM_ADMINISTRATOR' } });
  });
});
