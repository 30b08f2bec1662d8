/** The knot: one point that four others meet in. Drawn in the text colour, the middle in the colour of action. */
export function Logo() {
  return (
    <svg className="kn-logo" width="26" height="26" viewBox="0 0 28 28" aria-hidden="true">
      <path className="kn-logo__ties" d="M14 14 4.5 6M14 14l8.5-9.5M14 14l9 8M14 14l-9 7.5" />
      <circle cx="4.5" cy="6" r="2.6" />
      <circle cx="22.5" cy="4.5" r="2.6" />
      <circle cx="23" cy="22" r="2.6" />
      <circle cx="5" cy="21.5" r="2.6" />
      <circle className="kn-logo__knot" cx="14" cy="14" r="4.6" />
    </svg>
  );
}
