import { shuffled } from '../learning/random';
import { examplesFrom } from './examples';
import { latestFold, topicFolds } from './folds';
import { networkOf, networkWithin } from './network';
import { partnersOf, pastQuestions, TASKS, type Task } from './past-questions';
import type { Question } from './question';
import { Ranker, type RankerModel } from './ranker';
import type { Register } from './register';
import { sampleRegister } from './sample-register';
import { trained } from './training';

const register = sampleRegister({ actors: 70, projects: 45 });

function mixed(one: Register): Register {
  return {
    actors: shuffled(one.actors, 11),
    projects: shuffled(one.projects, 12),
    participations: shuffled([...one.participations, ...one.participations.slice(0, 5)], 13),
  };
}

function asked(task: Task): Question[] {
  const network = networkOf(register);
  if (task !== 'partner')
    return topicFolds(network, 3).flatMap((fold) =>
      pastQuestions(network, fold, task, 4)
        .slice(0, 4)
        .map(({ question }) => question),
    );
  return [0, 5, 20, 40].map((actor) => ({
    seeds: [network.actors[actor]!],
    known: [actor],
    banned: partnersOf(network, actor),
    text: null,
    seats: null,
  }));
}

function modelOf(one: Register, task: Task): RankerModel {
  return trained(examplesFrom(networkOf(one), task, { seatsKnown: task !== 'partner', partings: 1, mostOfFold: 8 }), null);
}

describe.each(TASKS)('a ranker for %s', (task) => {
  const network = networkOf(register);
  const model = modelOf(register, task);
  const ranker = new Ranker(network, model);
  const answers = asked(task).map((question) => ranker.rank(question, 10));

  it('names ten different actors, none of them banned', () => {
    asked(task).forEach(({ banned }, at) => {
      const ids = answers[at]!.map(({ id }) => id);
      expect(new Set(ids).size).toBe(10);
      const forbidden = new Set([...banned].map((actor) => network.actors[actor]!.id));
      expect(ids.filter((id) => forbidden.has(id))).toEqual([]);
    });
  });

  it('says chances between 0 and 1', () => {
    for (const { chance } of answers.flat()) expect(chance > 0 && chance < 1).toBe(true);
  });

  it('answers the same whatever the order of the register, with rows that come twice', () => {
    const other = networkOf(mixed(register));
    const otherModel = modelOf(mixed(register), task);
    const otherRanker = new Ranker(other, otherModel);
    expect(asked(task).map((question) => otherRanker.rank(question, 10))).toEqual(answers);
  });
});

describe('a ranker at the edges', () => {
  const model = modelOf(register, 'alliance');
  const nobody = { id: 'X1', name: 'Unknown', sector: '', country: '', city: '' };
  const empty: Question = { seeds: [], known: [], banned: new Set(), text: null, seats: null };

  it.each<[string, Question]>([
    ['no seeds and no text', empty],
    ['an unknown asker', { ...empty, seeds: [nobody] }],
    ['a text in words nobody used', { ...empty, text: 'xyzzy', seats: 3 }],
  ])('answers %s', (_, question) => {
    expect(new Ranker(networkOf(register), model).rank(question, 10)).toHaveLength(10);
  });

  it('gives as many as there are', () => {
    const few = sampleRegister({ actors: 15, projects: 2 });
    const network = networkOf(few);
    const found = new Ranker(network, model).rank({ ...empty, banned: new Set([0]) }, 50);
    expect(found).toHaveLength(network.actors.length - 1);
  });

  it('knows rows without values and projects without rows', () => {
    const bare: Register = {
      actors: [],
      projects: [],
      participations: register.participations.map((row) => ({ ...row, leads: false })),
    };
    const network = networkOf(bare);
    expect(new Ranker(network, modelOf(bare, 'partner')).rank({ ...empty, seeds: [network.actors[1]!], known: [1] }, 10)).toHaveLength(10);
  });

  it('takes weights learnt elsewhere where there is nothing to learn from, and says so where there are none', () => {
    const tiny = networkOf({ ...register, participations: register.participations.slice(0, 2) });
    const examples = examplesFrom(tiny, 'alliance', { seatsKnown: true });
    expect(trained(examples, model)).toBe(model);
    expect(() => trained(examples, null)).toThrow('nothing to learn from');
  });
});

describe('a network', () => {
  it('keeps the numbers of actors when projects are left out', () => {
    const network = networkOf(register);
    const part = networkWithin(network, [0, 1, 2]);
    expect(part.actors).toEqual(network.actors);
    expect(part.projects).toEqual(network.projects.slice(0, 3));
    expect([...part.members.at]).toEqual([...network.members.at.subarray(0, network.members.start[3])]);
    expect([...part.leads]).toEqual([...network.leads.subarray(0, network.members.start[3])]);
  });
});

describe('folds', () => {
  it('leave out every project once and keep most topics together', () => {
    const network = networkOf(register);
    const folds = topicFolds(network, 1);
    expect(folds.flatMap(({ leftOut }) => leftOut).sort((a, b) => a - b)).toEqual([...network.projects.keys()]);
    for (const { leftOut, network: rest } of folds) expect(rest.projects).toHaveLength(network.projects.length - leftOut.length);
  });

  it('tell the young projects from the old by their start, where it is known', () => {
    const network = networkOf(register);
    const fold = latestFold(network, 4)!;
    const day = fold.leftOut.map((project) => network.projects[project]!.startOn).sort()[0]!;
    for (const { startOn } of fold.network.projects) expect(startOn < day).toBe(true);
    expect(fold.leftOut.length).toBeGreaterThan(0);
    expect(fold.network.projects.length + fold.leftOut.length).toBe(network.projects.length);
    const undated = networkOf({ ...register, projects: [] });
    expect(latestFold(undated, 4)).toBeNull();
  });

  it.each(TASKS)('make questions of the form of %s whose answers the rest of the network knows', (task) => {
    const network = networkOf(register);
    for (const fold of topicFolds(network, 1)) {
      for (const { question, wanted } of pastQuestions(network, fold, task, 1)) {
        expect(wanted.size).toBeGreaterThan(0);
        for (const actor of wanted) {
          expect(question.banned.has(actor)).toBe(false);
          expect(fold.network.degrees[actor]).toBeGreaterThan(0);
        }
        for (const seed of question.known) expect(question.banned.has(seed)).toBe(true);
      }
    }
  });
});
