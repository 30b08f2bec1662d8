import { idFrom, isId, newId } from './id';

describe('ids', () => {
  it('sort by the time they were made', () => {
    expect(newId(1_000) < newId(2_000)).toBe(true);
    expect(isId(newId())).toBe(true);
    expect(newId()[14]).toBe('7');
  });

  it('are the same for the same parts and differ when the parts are cut differently', () => {
    expect(idFrom('harkenrode', 'actor', 'a001')).toBe(idFrom('harkenrode', 'actor', 'a001'));
    expect(idFrom('ab', 'c')).not.toBe(idFrom('a', 'bc'));
    expect(isId(idFrom('x'))).toBe(true);
  });
});
