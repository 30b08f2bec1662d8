import { useState } from 'react';
import type { LocalDate } from '@knotenpunkt/kernel';

export interface MovingDay<Held> {
  day: LocalDate | Held;
  moves: boolean;
  /** `stands`: the address has it soon, and it is no longer moved. */
  set: (day: LocalDate, stands: boolean) => void;
}

/** A day of the address, and ahead of it while it is moved: the address follows a little later than the hand. */
export function useMovingDay<Held extends LocalDate | null>(held: Held): MovingDay<Held> {
  const [moving, setMoving] = useState<{ day: LocalDate; stands: boolean; before: Held } | null>(null);
  if (moving?.stands && (moving.day === held || moving.before !== held)) setMoving(null);
  return { day: moving?.day ?? held, moves: moving !== null, set: (day, stands) => setMoving({ day, stands, before: held }) };
}
