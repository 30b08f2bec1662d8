import type { Grade } from '../grade';

/** The line that draws a tie of this grade: solid, dashed or dotted. Lengths in pixels of the picture. */
export const GRADE_LINES: Record<Grade, { width: number; dash: [number, number] | null }> = {
  WORKS_TOGETHER: { width: 1.25, dash: null },
  STATED: { width: 1.1, dash: [5, 4] },
  MET: { width: 1.3, dash: [0.1, 4.4] },
};
