import { shuffled } from '../learning/random';
import { History } from './history';
import type { Register } from './register';
import { sampleRegister } from './sample-register';
import { SharedProjects } from './shared-projects';
import { shippedModel } from './shipped-model';
import { isWorthTelling, LEAST_ASKED } from './trial';

const register = sampleRegister({ actors: 40, projects: 30 });
// What is told is looked at here, not whether.
const historyOf = (one: Register) => new History(one, shippedModel, () => true);
const history = historyOf(register);
const asker = register.participations[18]!.actorId;
const partners = (of: History, id = asker) => of.answer({ seeds: [id], text: null, seats: null });
const atTable = register.participations.slice(0, 3).map(({ actorId }) => actorId);
const joining = history.answer({ seeds: atTable, text: register.projects.at(-1)!.text, seats: 3 });
const cluesOf = (answer: ReturnType<typeof partners>) => (answer.worthTelling ? answer.clues : []);

/** A register without what somebody took part in, as a reader sees it who may not see those projects. */
function without(actorId: string): Register {
  const hidden = new Set(register.participations.filter((one) => one.actorId === actorId).map(({ projectId }) => projectId));
  return {
    actors: register.actors,
    projects: register.projects.filter(({ id }) => !hidden.has(id)),
    participations: register.participations.filter(({ projectId }) => !hidden.has(projectId)),
  };
}

describe('what was done together', () => {
  it('tells new partners with chances, and the overlooked with one of their own ranker', () => {
    const clues = cluesOf(partners(history));
    expect(clues.length).toBeGreaterThan(0);
    for (const { chance, worth, chanceOverlooked } of clues) {
      expect(worth).toBeLessThanOrEqual(chance);
      expect(chance >= 0 && chance < 1).toBe(true);
      expect(chanceOverlooked === null || (chanceOverlooked >= 0 && chanceOverlooked < 1)).toBe(true);
    }
    expect(clues.some(({ chanceOverlooked }) => chanceOverlooked !== null)).toBe(true);
  });

  it('tells who could join those at a table, none of whom it names', () => {
    expect(cluesOf(joining).length).toBeGreaterThan(0);
    expect(cluesOf(joining).filter(({ actorId }) => atTable.includes(actorId))).toEqual([]);
  });

  it('names neither the asker nor anybody it works with already', () => {
    const together = new Set(
      register.participations
        .filter(({ projectId }) => register.participations.some((one) => one.projectId === projectId && one.actorId === asker))
        .map(({ actorId }) => actorId),
    );
    expect(cluesOf(partners(history)).filter(({ actorId }) => together.has(actorId))).toEqual([]);
  });

  it('rests on projects of theirs that are like one of the asker’s, or like the text', () => {
    const own = (actorId: string) => register.participations.filter((one) => one.actorId === actorId).map(({ projectId }) => projectId);
    const alike = cluesOf(partners(history)).flatMap((clue) => clue.alike.map((pair) => ({ ...pair, of: clue.actorId })));
    expect(alike.length).toBeGreaterThan(0);
    for (const { of, theirs, ours } of alike) {
      expect(own(of)).toContain(theirs);
      expect(own(asker)).toContain(ours);
      expect(own(asker)).not.toContain(theirs);
    }
    const byText = cluesOf(joining).flatMap((clue) => clue.alike);
    expect(byText.length).toBeGreaterThan(0);
    expect(byText.every(({ ours }) => ours === null)).toBe(true);
  });

  it('answers the same in whatever order the register comes', () => {
    const mixed = historyOf({
      actors: shuffled(register.actors, 1),
      projects: shuffled(register.projects, 2),
      participations: shuffled(register.participations, 3),
    });
    expect(partners(mixed)).toEqual(partners(history));
  });

  it('says nothing of whom a reader may not see, not even as evidence', () => {
    const hidden = cluesOf(partners(history)).find(({ chanceOverlooked }) => chanceOverlooked !== null)!.actorId;
    const theirs = new Set(register.participations.filter((one) => one.actorId === hidden).map(({ projectId }) => projectId));
    const blind = historyOf(without(hidden));
    const clues = cluesOf(partners(blind));
    expect(clues.length).toBeGreaterThan(0);
    expect(clues.map(({ actorId }) => actorId)).not.toContain(hidden);
    expect(clues.flatMap(({ alike }) => alike).filter((pair) => theirs.has(pair.theirs) || theirs.has(pair.ours ?? ''))).toEqual([]);
  });

  it('is not told where there is too little of it, nor of who never took part', () => {
    const little = new History(sampleRegister({ actors: 20, projects: 4 }), shippedModel);
    expect(little.trialOf('partner').asked).toBeLessThan(LEAST_ASKED);
    expect(partners(little, 'A0001')).toEqual({ worthTelling: false });
    expect(partners(new History({ actors: [], projects: [], participations: [] }, shippedModel))).toEqual({ worthTelling: false });
    expect(partners(history, 'nobody')).toEqual({ worthTelling: true, clues: [] });
  });
});

describe('whether a past is worth telling', () => {
  const gain = (mean: number) => ({ mean, halfWidth: 0.02 });

  it('asks for enough questions, plainly better than drawing, and no worse than partners in common', () => {
    const good = { asked: LEAST_ASKED, overDrawing: gain(0.05), overSharedPartners: gain(0.001) };
    expect(isWorthTelling(good)).toBe(true);
    expect(isWorthTelling({ ...good, asked: LEAST_ASKED - 1 })).toBe(false);
    expect(isWorthTelling({ ...good, overDrawing: gain(0.01) })).toBe(false);
    expect(isWorthTelling({ ...good, overSharedPartners: gain(-0.001) })).toBe(false);
  });
});

describe('projects made of what pairs share', () => {
  const shared = (a: string, b: string, projectId: string, since: string, bothSay = true) => ({ a, b, projectId, since, bothSay });

  it('have whoever shares them, begin with the first, and count less where one side says so', () => {
    const projects = new SharedProjects();
    for (const one of [
      shared('a', 'b', 'p', '2024-03-01'),
      shared('a', 'c', 'p', '2024-01-01', false),
      shared('b', 'c', 'p', '2024-05-01', false),
      shared('c', 'd', 'q', '2023-01-01', false),
    ])
      projects.add(one);
    const row = { id: 'a', name: 'A', sector: '', country: '', city: '' };
    const made = projects.register(
      new Map([['p', 'Bus']]),
      new Map([
        ['a', row],
        ['x', { ...row, id: 'x' }],
      ]),
    );
    expect(made.actors).toEqual([row]);
    expect(made.projects).toEqual([
      { id: 'p', text: 'Bus', topic: '', startOn: '2024-01-01', worth: (1 + 1 + 0.5) / 3 },
      { id: 'q', text: '', topic: '', startOn: '2023-01-01', worth: 0.5 },
    ]);
    expect(made.participations.map(({ projectId, actorId }) => projectId + actorId)).toEqual(['pa', 'pb', 'pc', 'qc', 'qd']);
  });
});
