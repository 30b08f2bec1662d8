import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';

/** A note at an actor. */
export interface NetworkPin {
  /** Of the actor. */
  id: string;
  name: string;
  text: string;
}

/** Notes as numbered flags at the marks they belong to; pressed, one opens its text. The picture puts them where they stand. */
export function NetworkFlags({ pins, box }: { pins: readonly NetworkPin[]; box: RefObject<HTMLOListElement | null> }) {
  const t = useMessages('webkit');
  const notes = useId();
  const [open, setOpen] = useState<string | null>(null);
  const close = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.key !== 'Escape' || open === null) return;
    event.stopPropagation();
    setOpen(null);
    event.currentTarget.querySelector('button')?.focus();
  };
  return (
    <ol ref={box} className="kn-network__flags" aria-label={t('network.pins')}>
      {pins.map(({ id, name, text }, at) => (
        <li key={id} data-actor={id} className="kn-network__flag" data-open={open === id || undefined} onKeyDown={close}>
          <button
            type="button"
            aria-label={t('network.pin', { number: at + 1, name })}
            aria-expanded={open === id}
            aria-controls={`${notes}-${id}`}
            onClick={() => setOpen(open === id ? null : id)}
          >
            {at + 1}
          </button>
          <p id={`${notes}-${id}`} className="kn-network__note" hidden={open !== id}>
            <strong>{name}</strong>
            <span>{text}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
