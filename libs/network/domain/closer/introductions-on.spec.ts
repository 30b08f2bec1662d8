import type { Grade } from '@knotenpunkt/kernel';
import { firstIntroduction, introductionsOn } from './introductions-on';

const grades: Record<string, Grade> = { ab: 'WORKS_TOGETHER', bc: 'MET', cd: 'STATED', de: 'WORKS_TOGETHER' };
const gradeBetween = (one: string, other: string) => grades[one + other] ?? grades[other + one] ?? null;

describe('who could introduce whom on a way', () => {
  it('is everybody between its ends, those beside to each other', () => {
    expect(introductionsOn(['a', 'b', 'c', 'd'], gradeBetween)).toEqual([
      { through: 'b', a: 'a', b: 'c', possible: false },
      { through: 'c', a: 'b', b: 'd', possible: false },
    ]);
    expect(introductionsOn(['a', 'b'], gradeBetween)).toEqual([]);
  });

  it('is nobody who has only met one of the two: the first who could is asked', () => {
    expect(firstIntroduction(['a', 'b', 'c', 'd', 'e'], gradeBetween)).toMatchObject({ through: 'd', a: 'c', b: 'e' });
    expect(firstIntroduction(['a', 'b', 'c'], gradeBetween)).toBeNull();
  });
});
