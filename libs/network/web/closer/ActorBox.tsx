import { useMemo, useState } from 'react';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { ComboBox, KindMark } from '@knotenpunkt/webkit/ui';

/** So many that fit are offered; whoever is not among them is found by more of the name. */
const MOST_OFFERED = 30;

const fold = (text: string) => text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');

export interface ActorBoxProps {
  id: string;
  label: string;
  overview: NetworkOverview;
  /** Ids of those who are not offered. */
  without: readonly string[];
  onChoose: (slug: string) => void;
}

/** Chooses an actor of the network by a part of its name; those who fit are looked for as one writes, also among a hundred thousand. */
export function ActorBox({ id, label, overview, without, onChoose }: ActorBoxProps) {
  const [text, setText] = useState('');
  const options = useMemo(() => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    const { ids, names, labels } = overview.columns.actors;
    const found: number[] = [];
    for (let place = 0; place < ids.length && found.length < 10 * MOST_OFFERED; place++) {
      if (without.includes(ids[place]!)) continue;
      const name = fold(`${names[place]!} ${labels[place]!}`);
      if (words.every((word) => name.includes(word))) found.push(place);
    }
    return found
      .map((place) => overview.actorAt(place))
      .sort((p, q) => p.name.localeCompare(q.name, 'de'))
      .slice(0, MOST_OFFERED)
      .map((actor) => ({
        id: actor.slug,
        text: actor.name,
        content: (
          <span className="network-option">
            <KindMark kind={actor.kind} size={16} /> {actor.name}
          </span>
        ),
      }));
  }, [overview, text, without]);
  return (
    <ComboBox
      id={id}
      name={id}
      label={label}
      options={options}
      value={null}
      onSearch={setText}
      onChange={(slug) => (slug === null ? undefined : onChoose(slug))}
    />
  );
}
