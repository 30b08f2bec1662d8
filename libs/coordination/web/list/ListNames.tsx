import { useState } from 'react';
import { ActorPicker } from '@knotenpunkt/actors/web';
import { keyOf } from '@knotenpunkt/coordination/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, Section, TextButton } from '@knotenpunkt/webkit/ui';
import type { ShownRow } from './useThreadList';

interface Unknown {
  key: string;
  text: string;
  rows: number[];
}

/** Names of organisations that were not recognised, each once, with the rows they stand in. */
function unknownNames(rows: readonly ShownRow[]): Unknown[] {
  const found = new Map<string, Unknown>();
  for (const { number, actors, stepActor } of rows) {
    for (const { text, id } of stepActor ? [...actors, stepActor] : actors) {
      if (id) continue;
      const known = found.get(keyOf(text)) ?? { key: keyOf(text), text, rows: [] };
      if (!known.rows.includes(number)) known.rows.push(number);
      found.set(known.key, known);
    }
  }
  return [...found.values()];
}

export interface ListNamesProps {
  rows: readonly ShownRow[];
  /** Organisations by the texts they were chosen for. */
  chosen: ReadonlyMap<string, string>;
  onChange: (chosen: ReadonlyMap<string, string>) => void;
}

/** Names that are in no directory: each stays text, or means an organisation somebody chooses. */
export function ListNames({ rows, chosen, onChange }: ListNamesProps) {
  const t = useMessages('coordination');
  const names = unknownNames(rows);
  if (names.length === 0) return null;
  const choose = (text: string, actorId: string | null) => {
    const next = new Map(chosen);
    if (actorId) next.set(text, actorId);
    else next.delete(text);
    onChange(next);
  };
  return (
    <Section title={t('list.namesTitle')} explanation={t('list.namesExplanation')} beside={names.length}>
      <EntryList label={t('list.namesTitle')}>
        {names.map((name) => (
          <UnknownName key={name.key} name={name} value={chosen.get(name.text) ?? null} onChange={(id) => choose(name.text, id)} />
        ))}
      </EntryList>
    </Section>
  );
}

function UnknownName({ name, value, onChange }: { name: Unknown; value: string | null; onChange: (id: string | null) => void }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <Entry
      title={name.text}
      meta={t('list.nameIn', { rows: t('list.nameRow', { count: name.rows.length, numbers: format.list(name.rows.map(String)) }) })}
      actions={
        open ? (
          <TextButton
            onClick={() => {
              onChange(null);
              setOpen(false);
            }}
          >
            {t('list.nameText')}
          </TextButton>
        ) : (
          <TextButton aria-label={t('list.nameChoose', { name: name.text })} onClick={() => setOpen(true)}>
            {t('list.nameOpen')}
          </TextButton>
        )
      }
    >
      {open ? (
        <ActorPicker
          id={`list-name-${name.key}`}
          name={`list-name-${name.key}`}
          label={t('list.nameChoose', { name: name.text })}
          value={value}
          onChange={onChange}
        />
      ) : null}
    </Entry>
  );
}
