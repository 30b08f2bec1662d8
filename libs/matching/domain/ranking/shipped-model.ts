import type { Task } from './past-questions';
import type { RankerModel } from './ranker';
import { modelFrom, type StoredModel } from './stored-model';
import weights from './weights.json' with { type: 'json' };

/** The model learnt from the European research projects up to summer 2015, for regions whose own past says too little. */
export function shippedModel(task: Task): RankerModel {
  return modelFrom((weights as unknown as Record<Task, StoredModel>)[task]);
}
