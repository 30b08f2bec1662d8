import { useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { showToast } from '@knotenpunkt/webkit/ui';
import { newMember } from './builder-values';
import type { MemberValues } from './CommitmentFields';
import { changesOf, type TableActor, type WantedSeats } from './coverage';
import type { WonAndLost } from './TableChanges';

/** A change of the table in words, and what is won and lost by it. */
export interface TableEffect extends WonAndLost {
  text: string;
}

interface TableOptions {
  values: readonly MemberValues[];
  onChange: (members: MemberValues[]) => void;
  start: readonly TableActor[];
  question: { benches: readonly WantedSeats[]; competences: readonly string[] };
  /** Something was changed: whatever was looked for is found. */
  onChanged: () => void;
}

/** Who sits at the table, and every way to change that: each is told with its effect and can be taken back. */
export function useTable({ values, onChange, start, question, onChanged }: TableOptions) {
  const t = useMessages('alliances');
  const [known, setKnown] = useState(() => new Map(start.map((actor) => [actor.id, actor])));
  const [effect, setEffect] = useState<TableEffect | null>(null);
  const members = values.filter(({ actorId }) => known.has(actorId));
  const table = members.map(({ actorId }) => known.get(actorId)!);
  const know = (actors: readonly TableActor[]) =>
    setKnown((before) => new Map([...before, ...actors.map((actor) => [actor.id, actor] as const)]));

  const change = (next: MemberValues[], actors: readonly TableActor[], text: string) => {
    know(actors);
    onChange(next);
    const after = next.map(({ actorId }) => actors.find(({ id }) => id === actorId) ?? known.get(actorId)!);
    setEffect({ text, ...changesOf(table, after, question) });
    showToast({
      text,
      undo: () => {
        onChange(members);
        setEffect(null);
      },
    });
    onChanged();
  };

  return {
    known,
    know,
    members,
    table,
    /** What the last change brought; null before the first one. */
    effect,
    /** What a table without one and with another would win and lose beside the one that is. */
    effectOf: (without: string | null, by: TableActor | null): WonAndLost => {
      const rest = table.filter(({ id }) => id !== without);
      return changesOf(table, by ? [...rest, by] : rest, question);
    },
    /** Takes somebody onto the table, or in the place of another. */
    take: (actor: TableActor, place: string | null) => {
      const member = newMember(actor.id);
      const next = place ? members.map((each) => (each.actorId === place ? member : each)) : [...members, member];
      change(next, [actor], t('page.build.taken', { name: actor.shortName }));
    },
    takeAll: (actors: readonly TableActor[]) => {
      const next = actors.map(({ id }) => members.find(({ actorId }) => actorId === id) ?? newMember(id));
      change(next, actors, t('page.build.proposalTaken'));
    },
    remove: (actorId: string) => {
      const next = members.filter((each) => each.actorId !== actorId);
      change(next, [], t('page.build.removed', { name: known.get(actorId)!.shortName }));
    },
    /** Two members of one bench change their seats: the order in which they are named. */
    swap: (one: string, other: string) => {
      const memberOf = (id: string) => members.find(({ actorId }) => actorId === id)!;
      const next = members.map((each) => (each.actorId === one ? memberOf(other) : each.actorId === other ? memberOf(one) : each));
      change(next, [], t('page.build.swapped', { name: known.get(one)!.shortName, other: known.get(other)!.shortName }));
    },
  };
}

export type Table = ReturnType<typeof useTable>;
