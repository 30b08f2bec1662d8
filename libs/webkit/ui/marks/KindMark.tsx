import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KIND_SHAPES, toKind } from './kinds';
import './marks.css';

export interface KindMarkProps {
  kind: string;
  /** Edge in pixels, 14 to 30. */
  size?: 14 | 16 | 18 | 20 | 24 | 28;
  /** Leave out the spoken name where the kind is written beside the mark. */
  silent?: boolean;
}

/** The mark of an actor's kind: hue and shape together. Means actors and nothing else. */
export function KindMark({ kind, size = 16, silent = false }: KindMarkProps) {
  const t = useMessages('webkit');
  const known = toKind(kind);
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`kinds.${known}`) };
  return (
    <svg
      className={`kn-kind kn-kind--${known.toLowerCase().replaceAll('_', '-')}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...name}
    >
      <path d={KIND_SHAPES[known]} fillRule="evenodd" />
    </svg>
  );
}
