import type { Grade } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './marks.css';

export interface GradeLineProps {
  grade: Grade;
  /** Leave out the spoken name where the grade is written beside the sample. */
  silent?: boolean;
}

/** A sample of the line that draws a tie of this grade: solid, dashed or dotted. */
export function GradeLine({ grade, silent = false }: GradeLineProps) {
  const t = useMessages('webkit');
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`grades.${grade}`) };
  return (
    <svg className={`kn-grade kn-grade--${grade.toLowerCase().replaceAll('_', '-')}`} width="28" height="10" viewBox="0 0 28 10" {...name}>
      <path d="M1 5h26" />
    </svg>
  );
}
