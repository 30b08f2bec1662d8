import { stemOf } from './stems';

describe('stemOf', () => {
  it.each([
    ['beratung', 'beratungen'],
    ['platz', 'plätze'],
    ['azubi', 'azubis'],
    ['ingenieur', 'ingenieurinnen'],
    ['referent', 'referentin'],
    ['kurs', 'kurse'],
  ])('gives %s and %s one stem', (one, other) => {
    expect(stemOf(one, 'de')).toBe(stemOf(other, 'de'));
  });

  it('keeps languages apart', () => {
    expect(stemOf('training', 'en')).toBe('train');
    expect(stemOf('training', 'de')).toBe('training');
  });
});
