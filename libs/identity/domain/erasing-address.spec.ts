import { decideErasingAddress, wrongInErasing } from './erasing-address';
import { VISITOR, type Viewer } from './viewer';

const administrator: Viewer = { ...VISITOR, personId: 'p', platformAdministrator: true };
const wish = { email: 'Kim@Beispiel.example', ground: 'ASKED_FOR' };
const found = { hasAccount: false, held: true };

describe('erasing what stands under a mail address', () => {
  it('is for administrators of the platform, with a ground', () => {
    expect(decideErasingAddress(administrator, wish, found)).toEqual({ ok: true, value: 'ASKED_FOR' });
    expect(decideErasingAddress({ ...administrator, platformAdministrator: false, coordinator: true }, wish, found)).toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
    expect(wrongInErasing({ email: 'kim', ground: null }).map(({ field }) => field)).toEqual(['email', 'ground']);
    expect(decideErasingAddress(administrator, { ...wish, ground: 'BECAUSE' }, found)).toMatchObject({
      refusal: { code: 'GROUND_MISSING' },
    });
  });

  it('leaves an account to whoever has it, and says where nothing is held', () => {
    expect(decideErasingAddress(administrator, wish, { hasAccount: true, held: true })).toMatchObject({
      refusal: { code: 'ADDRESS_HAS_ACCOUNT' },
    });
    expect(decideErasingAddress(administrator, wish, { hasAccount: false, held: false })).toMatchObject({
      refusal: { code: 'NOTHING_HELD' },
    });
  });
});
