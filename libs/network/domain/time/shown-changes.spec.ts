import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { FIRST_VIEW } from '../view/view';
import { shownOf } from '../view/shown';
import { changesBetween } from './changes';
import { networkOn } from './network-on';
import { SAMPLE_TODAY, samplePast } from './sample-past';
import { shownChanges } from './shown-changes';

describe('the changes a view shows', () => {
  const today = new NetworkOverview(sampleNetwork(12));
  const past = samplePast(12, 'shown');
  const then = networkOn(today, past, '2026-11-01');
  const changes = changesBetween(past, '2025-06-01', '2026-11-01');
  const whole = { ...FIRST_VIEW, grades: ['WORKS_TOGETHER', 'STATED', 'MET'] as const };

  it('are all of them where nothing is filtered', () => {
    expect(changes.ties.length).toBeGreaterThan(5);
    expect(shownChanges(changes, then, shownOf(then, whole))).toEqual(changes);
  });

  it('are those of shown grades and actors only', () => {
    const shown = shownChanges(changes, then, shownOf(then, { ...whole, grades: ['MET'], kinds: ['UNION', 'COMPANY'] }));
    expect(shown.ties.length).toBeLessThan(changes.ties.length);
    expect(shown.ties.every(({ after }) => after === 'MET')).toBe(true);
    for (const id of shown.actors.keys()) expect(['UNION', 'COMPANY']).toContain(then.byId(id)!.kind);
    expect(shownChanges(changes, then, shownOf(then, { ...whole, kinds: [] }))).toMatchObject({ ties: [], actors: new Map() });
  });

  it('lead nowhere but to the network of the later day', () => {
    expect(SAMPLE_TODAY > changes.until).toBe(true);
    for (const { a, b } of changes.ties) expect(then.ties.some((tie) => tie.a === a && tie.b === b)).toBe(true);
  });
});
