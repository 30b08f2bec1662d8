import { decideUnlinking } from './account';

describe('parting a service from an account', () => {
  it('waits for another way to sign in', () => {
    const none = { hasPassword: false, passkeys: 0, services: 0 };
    expect(decideUnlinking(none)).toMatchObject({ refusal: { code: 'LAST_WAY_IN' } });
    for (const other of [{ hasPassword: true }, { passkeys: 1 }, { services: 1 }])
      expect(decideUnlinking({ ...none, ...other }).ok).toBe(true);
  });
});
