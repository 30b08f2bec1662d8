import { digestDue, isTheme, visited } from './following';
import { addressOfAct, lineOfAct } from './act-words';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27, 9, minutes));

it('counts looks in quick succession as one visit, and news from the one before', () => {
  const first = visited({ seenAt: null, seenBeforeAt: null }, at(0));
  expect(first).toEqual({ seenAt: at(0), seenBeforeAt: null });
  const same = visited(first, at(20));
  expect(same).toEqual({ seenAt: at(20), seenBeforeAt: null });
  expect(visited(same, at(45))).toEqual({ seenAt: at(45), seenBeforeAt: null });
  expect(visited(same, at(51))).toEqual({ seenAt: at(51), seenBeforeAt: at(20) });
});

it('writes at most once a week', () => {
  expect(digestDue(null, at(0))).toBe(true);
  expect(digestDue(at(0), new Date(at(0).getTime() + 6 * 86_400_000))).toBe(false);
  expect(digestDue(at(0), new Date(at(0).getTime() + 7 * 86_400_000))).toBe(true);
});

it('tells an act in a line without marks, and leads to its page', () => {
  const line = lineOfAct({ verb: 'alliance.formed', who: '', title: 'Dranbleiben' }, 'de');
  expect(line).toContain('Dranbleiben');
  expect(line).not.toMatch(/[<>{}]/);
  expect(addressOfAct({ subjectType: 'alliance', subjectSlug: 'dranbleiben' })).toBe('/allianzen/dranbleiben');
});

it('knows the themes of the vocabulary', () => {
  expect(isTheme('pflege')).toBe(true);
  expect(isTheme('nichts-davon')).toBe(false);
});
