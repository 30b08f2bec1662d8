import type { LinearModel } from '../learning/conditional-logit';
import type { RankerModel } from './ranker';

/** A linear model as a file holds it: by signal its weight, what room adds to it, and the deviation both are by. */
interface StoredLinear {
  room: { mean: number; deviation: number };
  signals: Record<string, readonly [weight: number, turn: number, deviation: number]>;
}

/** A ranker's model as a file holds it. */
export interface StoredModel extends Pick<
  RankerModel,
  'commonChance' | 'overlookedChance' | 'listChance' | 'seldomWanted' | 'worthOfSeldom'
> {
  common: StoredLinear;
  overlooked: StoredLinear;
}

/** What a file is to hold of a model, in five significant digits. */
export function storedModel(model: RankerModel): StoredModel {
  return {
    common: storedLinear(model.names, model.common),
    overlooked: storedLinear(model.names, model.overlooked),
    commonChance: model.commonChance.map(short),
    overlookedChance: model.overlookedChance.map(short),
    listChance: model.listChance.map(short),
    seldomWanted: model.seldomWanted.map(short),
    worthOfSeldom: model.worthOfSeldom,
  };
}

/** The model a file holds. */
export function modelFrom(stored: StoredModel): RankerModel {
  const names = Object.keys(stored.common.signals);
  return { ...stored, names, common: linearFrom(names, stored.common), overlooked: linearFrom(names, stored.overlooked) };
}

function storedLinear(names: readonly string[], { weights, turns, deviations, room }: LinearModel): StoredLinear {
  return {
    room: { mean: short(room.mean), deviation: short(room.deviation) },
    signals: Object.fromEntries(names.map((name, at) => [name, [short(weights[at]!), short(turns[at]!), short(deviations[at]!)]])),
  };
}

function linearFrom(names: readonly string[], { room, signals }: StoredLinear): LinearModel {
  const column = (which: 0 | 1 | 2) => Float64Array.from(names, (name) => signals[name]![which]);
  return { room, weights: column(0), turns: column(1), deviations: column(2) };
}

function short(value: number): number {
  return Number(value.toPrecision(5));
}
