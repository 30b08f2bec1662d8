/**
 * How well a tie between two actors is founded, best first.
 *
 * - WORKS_TOGETHER ("arbeiten zusammen"): accepted by both sides, or recorded in a public register
 * - STATED ("angegeben"): said by one side, or reported by the press
 * - MET ("sind sich begegnet"): took part in the same event that was held
 */
export const GRADES = ['WORKS_TOGETHER', 'STATED', 'MET'] as const;
export type Grade = (typeof GRADES)[number];

/** The better founded of two grades. */
export function strongerGrade(a: Grade, b: Grade): Grade {
  return GRADES.indexOf(a) <= GRADES.indexOf(b) ? a : b;
}

/** The less founded of two grades: a tie is only as good as the weaker of the two participations it comes from. */
export function weakerGrade(a: Grade, b: Grade): Grade {
  return GRADES.indexOf(a) >= GRADES.indexOf(b) ? a : b;
}
