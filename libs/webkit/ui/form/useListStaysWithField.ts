import { useLayoutEffect } from 'react';

/**
 * Keeps an open list at its field while the page moves. react-aria closes it at the first scrolling and takes back what was written; but
 * pages move by themselves: Chromium glides for a third of a second to a field that Tab has reached, an entry of the list is brought into
 * view, answers arrive above. Only where an on-screen keyboard makes room does react-aria let the list move along, so it is told that this
 * is so. The list closes with Escape, with a choice and when the field loses the focus.
 */
export function useListStaysWithField(field: Element | null, isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!field || !isOpen) return undefined;
    const follow = () => window.visualViewport?.dispatchEvent(new Event('resize'));
    const followScrolling = ({ target }: Event) => {
      if (target instanceof Node && target.contains(field)) follow();
    };
    // Before react-aria hears of it: it begins to listen only once the list has been drawn.
    window.addEventListener('scroll', followScrolling, true);
    const growing = new ResizeObserver(follow);
    growing.observe(document.body);
    return () => {
      window.removeEventListener('scroll', followScrolling, true);
      growing.disconnect();
    };
  }, [field, isOpen]);
}
