import type { Grade } from '@knotenpunkt/kernel';
import type { TieChange } from './changes';

/** A message of the room's catalogue below `time`, with what its placeholders stand for; grades are to be put in words. */
export interface ChangeSentence {
  code: string;
  count?: number;
  before?: Grade;
  after?: Grade;
}

/** What became of a tie, as a sentence. */
export function changeSentence({ change, before, after, more }: Pick<TieChange, 'change' | 'before' | 'after' | 'more'>): ChangeSentence {
  if (change === 'new') return { code: `changes.say.new${after}` };
  if (change === 'gone') return { code: 'changes.say.gone' };
  if (before !== null && before !== after) return { code: 'changes.say.grownFounded', before, after };
  return { code: 'changes.say.grownMore', count: more };
}

/** When it came about, in words: a meeting has a day, what is new a beginning, what has ended an end. */
export function changeDayCode({ change, after }: Pick<TieChange, 'change' | 'after'>): string {
  if (change === 'gone') return 'changes.dayGone';
  if (change === 'grown') return 'changes.dayGrown';
  return after === 'MET' ? 'changes.dayMet' : 'changes.dayNew';
}
