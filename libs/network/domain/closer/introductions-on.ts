import type { Grade, Id } from '@knotenpunkt/kernel';

/** Somebody on a way, and the two beside them whom they could introduce to each other. */
export interface IntroductionOnWay {
  through: Id;
  a: Id;
  b: Id;
  /** False where one of the two ties is a meeting only: who has only met somebody introduces nobody. */
  possible: boolean;
}

/** Who could introduce whom on a way, from its beginning to its end; nobody on a way of one tie. */
export function introductionsOn(path: readonly Id[], gradeBetween: (one: Id, other: Id) => Grade | null): IntroductionOnWay[] {
  return path.slice(1, -1).map((through, at) => {
    const [a, b] = [path[at]!, path[at + 2]!];
    const founded = [gradeBetween(a, through), gradeBetween(through, b)].every((grade) => grade !== null && grade !== 'MET');
    return { through, a, b, possible: founded };
  });
}

/** The first who could introduce somebody on the way; null: nobody could. */
export function firstIntroduction(path: readonly Id[], gradeBetween: (one: Id, other: Id) => Grade | null): IntroductionOnWay | null {
  return introductionsOn(path, gradeBetween).find(({ possible }) => possible) ?? null;
}
