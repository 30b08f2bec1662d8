import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { ComboBox, KindMark } from '@knotenpunkt/webkit/ui';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './actors.css';

const FOUND = graphql(`
  query ActorPicker($search: String) {
    actors(filter: { search: $search }, first: 12) {
      edges {
        node {
          id
          name
          slug
          kind
          city
        }
      }
    }
  }
`);

export interface PickedActor {
  id: string;
  name: string;
  slug: string;
  kind: string;
}

export interface ActorPickerProps {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string;
  optional?: boolean;
  onLeave?: () => void;
  /** The id of the chosen actor, or null. */
  value: string | null;
  onChange: (id: string | null, actor: PickedActor | null) => void;
  /** Actors that cannot be chosen, usually those already there. */
  without?: readonly string[];
}

/** Chooses an actor of the region: write a part of the name. */
export function ActorPicker({ value, onChange, without = [], hint, ...field }: ActorPickerProps) {
  const t = useMessages('actors');
  const [text, setText] = useState('');
  const { data, previousData } = useQuery(FOUND, { variables: { search: text || null } });
  const found = ((data ?? previousData)?.actors.edges ?? []).map((edge) => edge.node).filter(({ id }) => !without.includes(id));
  return (
    <ComboBox
      {...field}
      hint={hint ?? t('pickers.actorHint')}
      value={value}
      onSearch={setText}
      onChange={(id) => onChange(id, found.find((actor) => actor.id === id) ?? null)}
      options={found.map((actor) => ({
        id: actor.id,
        text: actor.name,
        content: (
          <span className="actors-link">
            <KindMark kind={actor.kind} size={16} />
            {actor.name}
          </span>
        ),
      }))}
    />
  );
}
