import { History, shippedModel, type HistoryAnswer, type HistoryQuestion, type Register } from '@knotenpunkt/matching/domain';

/** So many regions' pasts are kept: as the three audiences mostly see the same, more than so many regions. */
const MOST_KEPT = 4;

/** Says what the past of a region tells, by the key of the register it was given. Works on the thread it is used on. */
export class HistoryDesk {
  private readonly kept = new Map<string, History>();

  has(key: string): boolean {
    return this.kept.has(key);
  }

  /** Takes in what was done. */
  learn(key: string, register: Register): void {
    this.kept.set(key, new History(register, shippedModel));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }

  /** Null where the past of this key is not kept (any more). */
  answer(key: string, question: HistoryQuestion): HistoryAnswer | null {
    return this.kept.get(key)?.answer(question) ?? null;
  }
}
