import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KeyCap, Menu, Table, useKeys, useSingleKeysAllowed, type TableRow } from '@knotenpunkt/webkit/ui';
import { addressOfThread, shortName } from './thread-words';
import type { ShownThread } from './thread-parts';
import { FollowUp, NextStep, ThreadStands } from './ThreadMarks';
import { useThreadActs } from './useThreadActs';
import './threads.css';

interface ThreadTableProps {
  threads: readonly ShownThread[];
  label: string;
  numbered?: boolean;
  /** J and K go from thread to thread, E and W act on the chosen one, Z takes the last "done" back. One list of a page has them. */
  keys?: boolean;
  /** All of them are done: what came of them stands where else the next step does. */
  done?: boolean;
  /** Below the list, before the keys. */
  foot?: ReactNode;
  onChange: () => void;
}

/** Threads one below the other, with what can be done with each. */
export function ThreadTable({ threads, label, numbered = false, keys = false, done = false, foot, onChange }: ThreadTableProps) {
  const t = useMessages('coordination');
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const acts = useThreadActs(onChange);
  const current = keys ? Math.min(at, threads.length - 1) : -1;
  const chosen = threads[current] ?? null;
  const titleAt = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-thread]')[index];
  const go = (index: number) => {
    const next = Math.min(Math.max(index, 0), threads.length - 1);
    setAt(next);
    titleAt(next)?.focus();
  };
  useDeskKeys(keys, { go: (by) => go(current + by), acts, chosen });

  // A thread that was done goes, and the focus with it: it goes on at the one that took its place.
  const ids = threads.map(({ id }) => id).join();
  const acted = acts.acted;
  useEffect(() => {
    if (acted && document.activeElement === document.body) titleAt(current)?.focus();
    // Only when the list has changed: whoever clicks somewhere meanwhile keeps that place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids]);

  const rows: TableRow[] = threads.map((thread, index) => ({
    id: thread.id,
    selected: index === current,
    cells: {
      title: (
        <span className="threads-title">
          {numbered ? <span className="threads-number">{index + 1}</span> : null}
          <span>
            <ThreadTitle thread={thread} onPlan={() => acts.plan(thread)} />
            <ThreadStands thread={thread} />
          </span>
        </span>
      ),
      step: <NextStep thread={thread} />,
      followUp: <FollowUp thread={thread} />,
      deputy: <Deputy thread={thread} />,
      acts: (
        <Menu
          trigger="…"
          label={t('threads.row.acts', { title: thread.title })}
          groups={[{ id: t('threads.row.acts', { title: thread.title }), entries: acts.entries(thread) }]}
        />
      ),
    },
  }));
  return (
    <div
      ref={list}
      className="threads-table"
      onFocus={({ target }) => {
        const row = target.closest('tbody tr');
        if (row) setAt([...row.parentElement!.children].indexOf(row));
      }}
    >
      <Table
        caption={label}
        stacked
        columns={[
          { id: 'title', label: t('threads.columns.title') },
          { id: 'step', label: t(done ? 'threads.columns.closing' : 'threads.columns.step') },
          { id: 'followUp', label: t(done ? 'threads.columns.doneOn' : 'threads.columns.followUp') },
          { id: 'deputy', label: t('threads.columns.deputy') },
          { id: 'acts', label: <span className="kn-hidden">{t('threads.columns.acts')}</span> },
        ]}
        rows={rows}
      />
      <div className="threads-foot">
        {foot}
        {keys ? <KeysLine done={done} /> : null}
      </div>
      {acts.dialog}
    </div>
  );
}

/** Leads to what the thread is about; of a thread about nothing here, to its plan. */
function ThreadTitle({ thread, onPlan }: { thread: ShownThread; onPlan: () => void }) {
  const address = addressOfThread(thread);
  if (address) {
    return (
      <Link to={address} className="threads-name" data-thread={thread.id}>
        {thread.title}
      </Link>
    );
  }
  return (
    <button type="button" className="threads-name" data-thread={thread.id} onClick={onPlan}>
      {thread.title}
    </button>
  );
}

function Deputy({ thread: { owner, deputy } }: { thread: ShownThread }) {
  const t = useMessages('coordination');
  return (
    <span className="threads-people">
      <span title={deputy?.name}>{deputy ? shortName(deputy.name) : t('threads.row.noDeputy')}</span>
      <span title={owner?.name}>{owner ? t('threads.row.for', { name: shortName(owner.name) }) : t('threads.row.noOwner')}</span>
    </span>
  );
}

interface DeskKeys {
  go: (by: 1 | -1) => void;
  acts: ReturnType<typeof useThreadActs>;
  chosen: ShownThread | null;
}

/** The keys of the desk; all single keys can be switched off under `?`. */
function useDeskKeys(on: boolean, { go, acts, chosen }: DeskKeys): void {
  const navigate = useNavigate();
  const may = (action: string, act: (thread: ShownThread) => void) => {
    if (chosen?.availableActions.includes(action)) act(chosen);
  };
  const keys: Record<string, () => void> = {
    j: () => go(1),
    k: () => go(-1),
    e: () => may('completeThread', acts.complete),
    w: () => may('postponeThread', acts.postpone),
    p: () => may('planThread', acts.plan),
    z: acts.undo,
  };
  useKeys(
    on && chosen
      ? { ...keys, ...Object.fromEntries(Object.entries(keys).map(([key, act]) => [key.toUpperCase(), act])) }
      : { z: acts.undo, Z: acts.undo },
  );
  const address = chosen && addressOfThread(chosen);
  useEffect(() => {
    if (!on) return;
    // Where the focus is nowhere the marked row is meant; everywhere else Enter belongs to what has it.
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== document.body || event.defaultPrevented || document.querySelector('dialog[open]'))
        return;
      if (address) void navigate(address);
    };
    document.addEventListener('keydown', enter);
    return () => document.removeEventListener('keydown', enter);
  }, [on, address, navigate]);
}

/** Which keys there are; nothing where they are switched off, or on a phone. */
function KeysLine({ done }: { done: boolean }) {
  const t = useMessages('coordination');
  if (!useSingleKeysAllowed()) return null;
  const open: [string[], string][] = [
    [['E'], 'done'],
    [['W'], 'followUp'],
    [['P'], 'plan'],
    [['Z'], 'undo'],
  ];
  const lines: [string[], string][] = [[['J', 'K'], 'move'], ...(done ? [] : open)];
  return (
    <p className="threads-keys">
      {lines.map(([caps, does]) => (
        <span key={does}>
          {caps.map((cap) => (
            <KeyCap key={cap}>{cap}</KeyCap>
          ))}{' '}
          {t(`threads.keys.${does}`)}
        </span>
      ))}
    </p>
  );
}
