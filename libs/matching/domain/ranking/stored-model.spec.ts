import { examplesFrom } from './examples';
import { networkOf } from './network';
import { TASKS } from './past-questions';
import { Ranker } from './ranker';
import { sampleRegister } from './sample-register';
import { shippedModel } from './shipped-model';
import { SIGNAL_GROUPS, SIGNALS_LEFT_OUT } from './signal-groups';
import { modelFrom, storedModel } from './stored-model';
import { trained } from './training';

const network = networkOf(sampleRegister({ actors: 60, projects: 40, seed: 2 }));
const question = { seeds: [network.actors[3]!], known: [3], banned: new Set([3]), text: null, seats: null };

describe('a model in a file', () => {
  it('answers as the one that was put there, to the digits of the file', () => {
    const model = trained(examplesFrom(network, 'partner', { seatsKnown: false, partings: 1, mostOfFold: 8 }), null);
    const read = modelFrom(JSON.parse(JSON.stringify(storedModel(model))) as ReturnType<typeof storedModel>);
    expect(storedModel(read)).toEqual(storedModel(model));
    const ids = (one: typeof model) => new Ranker(network, one).rank(question, 10).map(({ id }) => id);
    expect(ids(read)).toEqual(ids(model));
  });

  it.each(TASKS)('is shipped for %s and knows every signal by a group', (task) => {
    const model = shippedModel(task);
    const left = SIGNALS_LEFT_OUT[task];
    const grouped = Object.values(SIGNAL_GROUPS).flat<readonly (readonly string[])[]>();
    expect([...model.names].sort()).toEqual(grouped.filter((name) => !left.includes(name)).sort());
    expect(new Ranker(network, model).rank(question, 10)).toHaveLength(10);
  });

  it.each(TASKS)('stays near what is shipped for %s where little is to be learnt from', (task) => {
    const small = networkOf(sampleRegister({ actors: 20, projects: 6, seed: 4 }));
    const examples = examplesFrom(small, task, { seatsKnown: false });
    const shipped = shippedModel(task);
    const own = trained(examples, shipped);
    const away = own.names.map((name, at) => own.common.weights[at]! - (shipped.common.weights[shipped.names.indexOf(name)] ?? 0));
    for (const difference of away) expect(Math.abs(difference)).toBeLessThan(0.3);
    expect(own.seldomWanted).toHaveLength(2);
  });
});
