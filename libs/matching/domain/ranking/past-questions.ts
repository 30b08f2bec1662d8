import { randomFrom, shuffled } from '../learning/random';
import type { Fold } from './folds';
import type { Network } from './network';
import type { Question } from './question';

/** What is asked: partners for one; the rest of an alliance from two thirds of it; the rest from one member. */
export const TASKS = ['partner', 'alliance', 'alliance1'] as const;
export type Task = (typeof TASKS)[number];

/** Fewer members than this make no question. */
const LEAST_MEMBERS = 4;

/** A question whose answer is known from what was left out. */
export interface PastQuestion {
  question: Question;
  /** Numbers of the actors that were right. */
  wanted: ReadonlySet<number>;
}

/** Questions of the form of a task about the projects a fold leaves out. */
export function pastQuestions(whole: Network, fold: Fold, task: Task, seed: number): PastQuestion[] {
  return task === 'partner' ? partnerQuestions(whole, fold) : allianceQuestions(whole, fold, task, seed);
}

function membersKnown(whole: Network, { network }: Fold, project: number): number[] {
  const { start, at } = whole.members;
  return [...at.subarray(start[project]!, start[project + 1]!)].filter((actor) => network.degrees[actor]! > 0);
}

function allianceQuestions(whole: Network, fold: Fold, task: Task, seed: number): PastQuestion[] {
  const next = randomFrom(seed);
  return fold.leftOut.flatMap((project) => {
    const members = shuffled(membersKnown(whole, fold, project), Math.floor(next() * 2 ** 31));
    if (members.length < LEAST_MEMBERS) return [];
    const given = members.slice(0, task === 'alliance1' ? 1 : members.length - Math.floor(members.length / 3));
    return [
      {
        question: {
          seeds: given.map((actor) => whole.actors[actor]!),
          known: given,
          banned: new Set(given),
          text: whole.projects[project]!.text,
          seats: members.length - given.length,
        },
        wanted: new Set(members.slice(given.length)),
      },
    ];
  });
}

function partnerQuestions(whole: Network, fold: Fold): PastQuestion[] {
  const wantedBy = new Map<number, Set<number>>();
  for (const project of fold.leftOut) {
    const members = membersKnown(whole, fold, project);
    for (const actor of members) wantedBy.set(actor, new Set([...(wantedBy.get(actor) ?? []), ...members]));
  }
  return [...wantedBy.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([actor, together]) => {
      const banned = partnersOf(fold.network, actor);
      const wanted = new Set([...together].filter((other) => !banned.has(other)));
      return wanted.size === 0
        ? []
        : [{ question: { seeds: [whole.actors[actor]!], known: [actor], banned, text: null, seats: null }, wanted }];
    });
}

/** An actor and all it ever did something with. */
export function partnersOf({ members, projectsOf }: Network, actor: number): Set<number> {
  const partners = new Set([actor]);
  for (const project of projectsOf.at.subarray(projectsOf.start[actor]!, projectsOf.start[actor + 1]!))
    for (const other of members.at.subarray(members.start[project]!, members.start[project + 1]!)) partners.add(other);
  return partners;
}
