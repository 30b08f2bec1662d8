import { OPEN_END, toDay } from '@knotenpunkt/kernel';
import type { NetworkPast } from '../columns/past';
import { tiesOn } from '../columns/ties-on';
import { steadyRandom } from '../placing';
import { CHANGES, changesBetween, type Change } from './changes';
import { plainFading, SAMPLE_TODAY, samplePast, someDay } from './sample-past';

const count = (changes: ReturnType<typeof changesBetween>, change: Change) => changes.ties.filter((tie) => tie.change === change).length;
const running = ({ runs }: ReturnType<typeof tiesOn>) => runs.reduce((sum, one) => sum + one, 0);

/** One tie of two actors from entries. */
function oneTie(entries: [grade: number, since: string, until: string | null][]): NetworkPast {
  return {
    ...samplePast(2, 'two'),
    a: Uint32Array.of(0),
    b: Uint32Array.of(1),
    end: Uint32Array.of(entries.length),
    grade: Uint8Array.from(entries, ([grade]) => grade),
    since: Int32Array.from(entries, ([, since]) => toDay(since)),
    until: Int32Array.from(entries, ([, , until]) => (until === null ? OPEN_END : toDay(until))),
    ...plainFading(entries.length),
  };
}

describe('what changed between two days', () => {
  const random = steadyRandom('changes');
  const runs = Array.from({ length: 60 }, (_, run) => ({
    past: samplePast(12, `past ${run}`),
    one: someDay(random),
    other: someDay(random),
  }));

  it('is nothing between a day and itself', () => {
    for (const { past, one } of runs) expect(changesBetween(past, one, one)).toMatchObject({ ties: [], actors: new Map() });
  });

  it('is told from the earlier to the later day, in whichever order they are given', () => {
    for (const { past, one, other } of runs) expect(changesBetween(past, one, other)).toEqual(changesBetween(past, other, one));
  });

  it('sums up: what there was and what is new is what there is', () => {
    for (const { past, one, other } of runs) {
      const changes = changesBetween(past, one, other);
      const [before, after] = [tiesOn(past, changes.from), tiesOn(past, changes.until)];
      expect(before.tie.length + count(changes, 'new')).toBe(after.tie.length);
      const came = changes.ties.filter(({ change, more }) => change !== 'gone' && more > 0).length;
      expect(running(after)).toBeGreaterThanOrEqual(running(before) - count(changes, 'gone'));
      expect(running(after)).toBeLessThanOrEqual(running(before) - count(changes, 'gone') + came);
      expect(new Set(changes.ties.map(({ a, b }) => `${a} ${b}`)).size).toBe(changes.ties.length);
      for (const { change, day } of changes.ties) {
        expect(CHANGES).toContain(change);
        expect(day >= changes.from && day <= changes.until).toBe(true);
      }
    }
  });

  it('is over a long time at least as much that is new as over each part of it', () => {
    for (const { past, one } of runs) {
      const whole = changesBetween(past, '2000-01-01', SAMPLE_TODAY);
      const parts = [changesBetween(past, '2000-01-01', one), changesBetween(past, one, SAMPLE_TODAY)];
      expect(count(whole, 'new')).toBe(count(parts[0]!, 'new') + count(parts[1]!, 'new'));
    }
  });

  it.each([
    ['began', [[0, '2026-03-01', null]], { change: 'new', before: null, after: 'WORKS_TOGETHER', day: '2026-03-01' }],
    ['began and ended', [[2, '2026-03-01', '2026-03-01']], { change: 'new', before: null, after: 'MET', day: '2026-03-01' }],
    ['ended', [[0, '2025-01-01', '2026-02-28']], { change: 'gone', before: 'WORKS_TOGETHER', day: '2026-02-28' }],
    [
      'is better founded',
      [
        [1, '2025-01-01', null],
        [0, '2026-04-01', null],
      ],
      { change: 'grown', before: 'STATED', after: 'WORKS_TOGETHER', more: 1, day: '2026-04-01' },
    ],
    [
      'goes on by something else',
      [
        [0, '2025-01-01', '2026-02-28'],
        [0, '2026-02-01', null],
      ],
      null,
    ],
    ['had ended before', [[0, '2024-01-01', '2025-01-01']], null],
  ] as const)('names a tie that %s', (_, entries, told) => {
    const { ties } = changesBetween(oneTie(entries as never), '2026-01-01', '2026-06-01');
    expect(ties).toHaveLength(told ? 1 : 0);
    if (told) expect(ties[0]).toMatchObject(told);
  });

  it('tells who was tied to somebody for the first time, and of whom nothing runs any longer', () => {
    const came = changesBetween(oneTie([[0, '2026-03-01', null]]), '2026-01-01', '2026-06-01');
    expect([...came.actors.values()]).toEqual(['new', 'new']);
    const went = changesBetween(oneTie([[0, '2025-03-01', '2026-03-01']]), '2026-01-01', '2026-06-01');
    expect([...went.actors.values()]).toEqual(['gone', 'gone']);
  });
});
