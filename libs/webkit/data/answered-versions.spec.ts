import { AnsweredVersions } from './answered-versions';

/** Plays what happens, and counts how often the page asks again. */
function asksAgain(happens: (versions: AnsweredVersions) => void): number {
  let times = 0;
  happens(new AnsweredVersions(() => times++));
  return times;
}

test('what was answered before the line stood is asked for again when something changed meanwhile', () => {
  expect(asksAgain((it) => (it.answered(4), it.answered(5), it.toldOf(5)))).toBe(1);
  expect(asksAgain((it) => (it.answered(5), it.toldOf(5)))).toBe(0);
  expect(asksAgain((it) => it.toldOf(5))).toBe(0);
});

test('an answer that was under way while the line told of something newer is asked for again, once', () => {
  expect(asksAgain((it) => (it.toldOf(5), it.answered(5), it.toldOf(6)))).toBe(0);
  expect(asksAgain((it) => (it.toldOf(6), it.answered(5), it.answered(5)))).toBe(1);
  expect(asksAgain((it) => (it.toldOf(6), it.answered(5), it.toldOf(7), it.answered(6)))).toBe(2);
});

test('a line that was down begins anew, and answers read while it stood do not count against the next', () => {
  expect(asksAgain((it) => (it.answered(5), it.toldOf(5), it.answered(5), it.lineIsDown(), it.toldOf(9)))).toBe(0);
  expect(asksAgain((it) => (it.toldOf(5), it.lineIsDown(), it.answered(5), it.toldOf(9)))).toBe(1);
});

test('a server whose answers stay behind what the line tells is not asked for ever', () => {
  expect(asksAgain((it) => (it.toldOf(9), Array.from({ length: 50 }, () => it.answered(3))))).toBe(1);
});
