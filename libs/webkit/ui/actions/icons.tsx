/** The few drawings the interface needs: strokes of 2 px in a box of 20. Always beside words or inside a named button. */
function Icon({ path }: { path: string }) {
  return (
    <svg className="kn-icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const SearchIcon = () => <Icon path="M13 13l4.5 4.5M14.5 8.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0z" />;
export const CloseIcon = () => <Icon path="M4.5 4.5l11 11M15.5 4.5l-11 11" />;
export const MenuIcon = () => <Icon path="M1 4h18M1 10h18M1 16h18" />;
export const ChevronIcon = () => <Icon path="M5 7.5l5 5 5-5" />;
export const PlusIcon = () => <Icon path="M10 4v12M4 10h12" />;
export const MinusIcon = () => <Icon path="M4 10h12" />;
