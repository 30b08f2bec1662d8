import { AlikeProjects } from './alike-projects';
import { networkOf, type Network } from './network';
import { partnersOf, type Task } from './past-questions';
import { Ranker, type RankerModel, type Standing } from './ranker';
import type { Register } from './register';
import { Signals } from './signals';
import { isWorthTelling, tried, type Trial } from './trial';
import { worthOfChance } from './worth-of-chance';

/** So many of the best are told of, by each ranker. */
const TOLD = 100;
const MOST_ALIKE = 2;
/** So many of the askers' own projects, the youngest, are compared with those of others. */
const MOST_OWN = 30;

/** Something one of them did that is like what is asked about. */
export interface AlikePair {
  theirs: string;
  /** What of the askers it is like; null: the text that was asked. */
  ours: string | null;
}

/** What was done together so far says of one who could be proposed. */
export interface HistoryClue {
  actorId: string;
  /** How probable it is that it does something with those who ask, 0 to 1, as past questions went. */
  chance: number;
  /** What that counts among suggestions: less for those who take part in everything. */
  worth: number;
  /** The chance by the ranker of the overlooked; null for those who took part often. */
  chanceOverlooked: number | null;
  /** Most alike first. */
  alike: readonly AlikePair[];
}

/** Who asks: one for partners, or those who are in already for who else could join. */
export interface HistoryQuestion {
  seeds: readonly string[];
  /** What it is about; null: partners for one, by what that one did. */
  text: string | null;
  seats: number | null;
}

/** What became of a question: clues, or that too little was done here to tell anything. */
export type HistoryAnswer = { worthTelling: true; clues: HistoryClue[] } | { worthTelling: false };

/**
 * What a region's own past says of who fits whom, by models learnt elsewhere and tried here first. What a register does not hold has no part
 * in it, so whoever may not see something gets a history without it.
 */
export class History {
  private readonly network: Network;
  private readonly signals: Signals;
  private readonly numberOf: ReadonlyMap<string, number>;
  private readonly texts: AlikeProjects;
  private readonly tells: (trial: Trial) => boolean;
  private readonly modelFor: (task: Task) => RankerModel;
  private readonly rankers = new Map<Task, { ranker: Ranker; trial: Trial }>();

  /** `tells` decides by a trial whether the past of the region is told at all. */
  constructor(register: Register, modelFor: (task: Task) => RankerModel, tells = isWorthTelling) {
    this.network = networkOf(register);
    this.signals = new Signals(this.network);
    this.numberOf = new Map(this.network.actors.map(({ id }, at) => [id, at]));
    this.texts = new AlikeProjects(this.network.projects, register.language ?? 'de');
    this.modelFor = modelFor;
    this.tells = tells;
  }

  answer({ seeds, text, seats }: HistoryQuestion): HistoryAnswer {
    const { network } = this;
    const known = [...new Set(seeds)].sort().flatMap((id) => this.numberOf.get(id) ?? []);
    const task = text === null ? 'partner' : known.length > 1 ? 'alliance' : 'alliance1';
    const { ranker, trial } = this.rankerFor(task);
    if (!this.tells(trial)) return { worthTelling: false };
    if (known.length === 0) return { worthTelling: true, clues: [] };
    const banned = text === null ? partnersOf(network, known[0]!) : new Set(known);
    const standings = ranker.standings({ seeds: known.map((at) => network.actors[at]!), known, banned, text, seats }, TOLD);
    const alike = this.alikeTo(known, text);
    return { worthTelling: true, clues: standings.map((one) => ({ ...told(network, one), alike: alike(one.actor) })) };
  }

  /** How the model of a task did on what was done here. */
  trialOf(task: Task): Trial {
    return this.rankerFor(task).trial;
  }

  private rankerFor(task: Task): { ranker: Ranker; trial: Trial } {
    const before = this.rankers.get(task);
    if (before) return before;
    const { model, trial } = tried(this.network, task, this.modelFor(task));
    const made = { ranker: new Ranker(this.network, model, this.signals), trial };
    this.rankers.set(task, made);
    return made;
  }

  private youngestOf(projects: ReadonlySet<number>): number[] {
    const { ages } = this.network;
    return [...projects].sort((a, b) => ages[a]! - ages[b]! || a - b).slice(0, MOST_OWN);
  }

  /** For an actor, which of its projects are most like the text, or like something the askers did. */
  private alikeTo(known: readonly number[], text: string | null): (actor: number) => AlikePair[] {
    const { network, signals, texts } = this;
    const own = new Set(known.flatMap((seed) => signals.projectsOf(seed)));
    const asked =
      text === null
        ? this.youngestOf(own).map((project) => ({
            ours: network.projects[project]!.id,
            likeness: texts.likeness(network.projects[project]!.text),
          }))
        : [{ ours: null, likeness: texts.likeness(text) }];
    return (actor) =>
      signals
        .projectsOf(actor)
        .filter((project) => !own.has(project))
        .map((project) => {
          const best = asked.reduce((most, one) => (one.likeness[project]! > most.likeness[project]! ? one : most), asked[0]!);
          return { theirs: network.projects[project]!.id, ours: best.ours, likeness: best.likeness[project]! };
        })
        .filter(({ likeness }) => likeness > 0)
        .sort((a, b) => b.likeness - a.likeness || (a.theirs < b.theirs ? -1 : 1))
        .slice(0, MOST_ALIKE)
        .map(({ theirs, ours }) => ({ theirs, ours }));
  }
}

function told(network: Network, { actor, chance, chanceOverlooked }: Standing): Omit<HistoryClue, 'alike'> {
  const worth = worthOfChance(chance, network.degrees[actor]!);
  return { actorId: network.actors[actor]!.id, chance, worth, chanceOverlooked };
}
