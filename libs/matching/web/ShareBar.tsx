import './learned.css';

/** A bar as long as a share, 0 to 1; the number beside it says the same. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="learned-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <rect className="learned-bar__ground" width={100} height={10} />
      <rect className="learned-bar__share" width={100 * Math.min(1, share)} height={10} />
    </svg>
  );
}
