import { useDeferredValue, useMemo, useState } from 'react';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { ComboBox, KindMark } from '@knotenpunkt/webkit/ui';
import { compareNames, placesNamed, wordsOf } from '../names';

/** So many that fit are offered of a large network; whoever is not among them is found by more of the name. */
const MOST_OFFERED = 30;
/** Up to so many actors all are offered, and the field itself looks through them. */
const FEW = 1_000;

export interface ActorBoxProps {
  id: string;
  label: string;
  overview: NetworkOverview;
  /** Ids of those who are not offered. */
  without: readonly string[];
  onChoose: (slug: string) => void;
}

/** Chooses an actor of the network by a part of its name, also among a hundred thousand. */
export function ActorBox({ id, label, overview, without, onChoose }: ActorBoxProps) {
  const [written, setWritten] = useState('');
  // Looking through a hundred thousand names must not hold up the next letter.
  const text = useDeferredValue(written);
  const few = overview.actorCount <= FEW;
  const options = useMemo(() => {
    // What is offered before anything is written would be exchanged under the first letters.
    const found = few
      ? placesNamed(overview, [], FEW)
      : text.trim() === ''
        ? []
        : placesNamed(overview, wordsOf(text), MOST_OFFERED + without.length);
    return found
      .map((place) => overview.actorAt(place))
      .filter((actor) => !without.includes(actor.id))
      .sort((p, q) => compareNames(p.name, q.name))
      .map((actor) => ({
        id: actor.slug,
        text: actor.name,
        content: (
          <span className="network-option">
            <KindMark kind={actor.kind} size={16} /> {actor.name}
          </span>
        ),
      }));
  }, [overview, few, text, without]);
  return (
    <ComboBox
      id={id}
      name={id}
      label={label}
      options={options}
      value={null}
      onSearch={few ? undefined : setWritten}
      onChange={(slug) => (slug === null ? undefined : onChoose(slug))}
    />
  );
}
