import { useEffect, useEffectEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { graphql } from '@knotenpunkt/webkit/contract';
import type { DataClient } from './client';

const LIVE_CHANGES = graphql(`
  subscription LiveChanges {
    changes {
      seq
      owners {
        type
        id
      }
    }
  }
`);

/** A record that has just changed; what it is now is asked for with the reader's own rights. */
export interface ChangedOwner {
  type: string;
  id: string;
}

/** `reconnected`: the line was down, anything may have changed meanwhile. */
export interface LiveNews {
  owners: ChangedOwner[];
  reconnected: boolean;
}

type Listener = (news: LiveNews) => void;

/** One subscription for the whole page, however many parts of it listen. It ends with its last listener. */
class LiveLine {
  private readonly listeners = new Set<Listener>();
  private stop: (() => void) | null = null;

  constructor(private readonly apollo: ApolloClient) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stop?.();
      this.stop = null;
    };
  }

  tell(news: LiveNews): void {
    for (const listener of [...this.listeners]) listener(news);
  }

  private open(): () => void {
    const subscription = this.apollo.subscribe({ query: LIVE_CHANGES }).subscribe({
      next: ({ data }) => {
        if (data) this.tell({ owners: data.changes.owners, reconnected: false });
      },
      // The server ended the line (session or role changed): the next page opens a new one. Lists stay as they are.
      error: () => (this.stop = null),
      complete: () => (this.stop = null),
    });
    return () => subscription.unsubscribe();
  }
}

const lines = new WeakMap<ApolloClient, LiveLine>();

function lineOf(apollo: ApolloClient): LiveLine {
  let line = lines.get(apollo);
  if (!line) lines.set(apollo, (line = new LiveLine(apollo)));
  return line;
}

/** Tells listeners after the socket came back, so that they ask again for what they may have missed. */
export function announceReconnects({ apollo, socket }: DataClient): void {
  let connectedBefore = false;
  socket.on('connected', () => {
    if (connectedBefore) lineOf(apollo).tell({ owners: [], reconnected: true });
    connectedBefore = true;
  });
}

/** Changes that follow each other closely are told together. Milliseconds. */
const GATHER = 150;

/**
 * Calls `onChange` when records of these types have changed (`['initiative', 'actor']`; empty: any), or when the line
 * came back after a break. Usual use: `useLiveChanges(['initiative'], () => void refetch())`.
 */
export function useLiveChanges(ownerTypes: readonly string[], onChange: (owners: ChangedOwner[]) => void): void {
  const apollo = useApolloClient();
  const wanted = ownerTypes.join(' ');
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    const types = new Set(wanted ? wanted.split(' ') : []);
    let gathered: ChangedOwner[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = lineOf(apollo).listen(({ owners, reconnected }) => {
      const ours = types.size === 0 ? owners : owners.filter((owner) => types.has(owner.type));
      if (ours.length === 0 && !reconnected) return;
      gathered.push(...ours);
      timer ??= setTimeout(() => {
        const told = gathered;
        gathered = [];
        timer = undefined;
        changed(told);
      }, GATHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [apollo, wanted]);
}
