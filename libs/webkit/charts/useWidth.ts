import { useEffect, useRef, useState, type RefObject } from 'react';

/** How wide an element is, so that a chart is drawn for its place and its letters keep their size. */
export function useWidth<Of extends Element>(before = 600): [RefObject<Of | null>, number] {
  const place = useRef<Of>(null);
  const [width, setWidth] = useState(before);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.round(entry!.contentRect.width);
      if (next > 0) setWidth(next);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
