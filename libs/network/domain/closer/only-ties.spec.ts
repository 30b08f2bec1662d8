import { GRADES } from '@knotenpunkt/kernel';
import { NetworkOverview } from '../columns/network-overview';
import { sampleNetwork } from '../columns/sample-network';
import { shownOf } from '../view/shown';
import { FIRST_VIEW } from '../view/view';
import { onlyTies, showsTie, tieBetween } from './only-ties';

const network = new NetworkOverview(sampleNetwork(60));
const shown = shownOf(network, { ...FIRST_VIEW, grades: ['WORKS_TOGETHER'] });

describe('ties in what is shown', () => {
  it('are found from either end, and none between strangers', () => {
    network.ties.forEach(({ a, b }, at) => {
      expect(tieBetween(network, a, b)).toBe(at);
      expect(tieBetween(network, b, a)).toBe(at);
    });
    expect(tieBetween(network, network.actorAt(0).id, 'nobody')).toBe(-1);
  });

  it('are shown as the view has them; one newer than the columns by its grade', () => {
    for (const tie of network.ties) expect(showsTie(network, shown, tie, ['WORKS_TOGETHER'])).toBe(tie.grade === 'WORKS_TOGETHER');
    expect(showsTie(network, shown, { a: 'new', b: 'newer', grade: 'MET' }, GRADES)).toBe(true);
    expect(showsTie(network, shown, { a: 'new', b: 'newer', grade: 'MET' }, ['STATED'])).toBe(false);
  });

  it('are only those named, with their ends and whoever is kept, and none that was not shown', () => {
    const [met, ...others] = [...network.ties].sort((p, q) => Number(q.grade === 'MET') - Number(p.grade === 'MET'));
    const named = others.filter(({ grade }) => grade === 'WORKS_TOGETHER').slice(0, 5);
    const kept = network.actorAt(0).id;
    const left = onlyTies(network, shown, [met!, ...named], [kept]);
    expect(network.ties.filter((_, at) => left.ties[at])).toEqual(network.ties.filter((tie) => named.includes(tie)));
    const ends = new Set([kept, ...named.flatMap(({ a, b }) => [a, b])]);
    expect(network.actors.filter((_, at) => left.actors[at]).map(({ id }) => id)).toEqual(
      network.actors.map(({ id }) => id).filter((id) => ends.has(id)),
    );
    expect([left.actorCount, left.tieCount]).toEqual([ends.size, named.length]);
  });
});
