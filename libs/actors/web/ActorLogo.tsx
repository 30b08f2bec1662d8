import './actors.css';

/** The logo of an actor beside its name, which says all of it: to a screen reader it is decoration. */
export function ActorLogo({ src, size }: { src: string; size: 'large' | 'small' }) {
  return (
    <span className={`actors-logo actors-logo--${size}`}>
      <img src={src} alt="" loading={size === 'small' ? 'lazy' : 'eager'} decoding="async" />
    </span>
  );
}
