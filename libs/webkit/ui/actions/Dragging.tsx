import { createContext, useContext, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useButton } from 'react-aria/useButton';
import { useDrag } from 'react-aria/useDrag';
import { useDrop } from 'react-aria/useDrop';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './dragging.css';

/** What is dragged: something with a name, of some sort. */
export interface Dragged {
  id: string;
  name: string;
  sort: string;
}

interface Dragging {
  /** Null while nothing is dragged. */
  dragged: Dragged | null;
  /** The same at once, for what happens between two renderings. */
  now: RefObject<Dragged | null>;
  set: (dragged: Dragged | null) => void;
}

const DraggingContext = createContext<Dragging | null>(null);
const TYPE = 'application/x-knotenpunkt';

/**
 * Within it things are dragged from one place to another: by mouse, by finger, and by keyboard (grip, Tab, Enter), announced to
 * screen readers. Whatever can be done so can be done by a button as well; that is the business of whoever uses it.
 */
export function DraggingArea({ children }: { children: ReactNode }) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const now = useRef<Dragged | null>(null);
  const value = useMemo<Dragging>(() => {
    const set = (next: Dragged | null) => {
      now.current = next;
      // Not at once: a page that changes under the pointer while a drag begins ends it in some browsers.
      setTimeout(() => setDragged(next));
    };
    return { dragged, now, set };
  }, [dragged]);
  return <DraggingContext.Provider value={value}>{children}</DraggingContext.Provider>;
}

/** What is being dragged now; null for nothing, and outside of a `DraggingArea`. */
export function useDragged(): Dragged | null {
  return useContext(DraggingContext)?.dragged ?? null;
}

export interface DragSourceProps {
  what: Dragged;
  className?: string;
  children: ReactNode;
}

/** An item of a list that can be dragged, with a grip for the keyboard. Outside of a `DraggingArea` a plain item. */
export function DragSource({ what, className = '', children }: DragSourceProps) {
  const dragging = useContext(DraggingContext);
  return dragging ? (
    <Draggable what={what} className={className} dragging={dragging}>
      {children}
    </Draggable>
  ) : (
    <li className={className}>{children}</li>
  );
}

function Draggable({ what, className, dragging, children }: Required<DragSourceProps> & { dragging: Dragging }) {
  const t = useMessages('webkit');
  const grip = useRef<HTMLButtonElement>(null);
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    getItems: () => [{ [TYPE]: what.id, 'text/plain': what.name }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => dragging.set(what),
    onDragEnd: () => dragging.set(null),
  });
  const { buttonProps } = useButton({ ...dragButtonProps, 'aria-label': t('dragging.grip', { name: what.name }) }, grip);
  return (
    <li {...dragProps} className={`kn-draggable ${className}`} data-dragging={isDragging || undefined}>
      <button {...buttonProps} ref={grip} className="kn-grip">
        <span aria-hidden>⠿</span>
      </button>
      {children}
    </li>
  );
}

export interface DropPlace {
  accepts: (dragged: Dragged) => boolean;
  /** What would happen, for those who hear the place. */
  label: (dragged: Dragged) => string;
  onDrop: (dragged: Dragged) => void;
  /** Something it accepts is held over it, or no longer (null). */
  onOver?: ((dragged: Dragged | null) => void) | undefined;
}

const NOWHERE: DropPlace = { accepts: () => false, label: () => '', onDrop: () => undefined };

/** Makes an element that can have the focus a place to drop something. Outside of a `DraggingArea` it does nothing. */
export function useDropPlace(ref: RefObject<HTMLElement | null>, place: DropPlace | null | undefined) {
  const dragging = useContext(DraggingContext);
  const { accepts, label, onDrop, onOver } = place ?? NOWHERE;
  const now = () => dragging?.now.current ?? null;
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: !dragging || !place,
    getDropOperation: (types) => {
      const dragged = now();
      return dragged && types.has(TYPE) && accepts(dragged) ? 'move' : 'cancel';
    },
    onDropEnter: () => onOver?.(now()),
    onDropExit: () => onOver?.(null),
    onDrop: () => {
      const dragged = now();
      onOver?.(null);
      if (dragged && accepts(dragged)) onDrop(dragged);
    },
  });
  const dragged = dragging?.dragged ?? null;
  const open = place && dragged ? accepts(dragged) : false;
  const said = open && dragged ? label(dragged) : undefined;
  return { dropProps, label: said, look: isDropTarget ? 'kn-drop-place kn-drop-place--over' : open ? 'kn-drop-place' : '' };
}

/** A place beside all others, seen only while something is dragged that it takes. */
export function DropZone({ place, children }: { place: DropPlace; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const { dropProps, look, label } = useDropPlace(ref, place);
  return (
    <div {...dropProps} ref={ref} role="button" tabIndex={-1} aria-label={label} hidden={look === ''} className={`kn-drop-zone ${look}`}>
      {children}
    </div>
  );
}
