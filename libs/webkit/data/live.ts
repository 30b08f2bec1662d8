import { useEffect, useEffectEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { graphql } from '@knotenpunkt/webkit/contract';
import { AnsweredVersions } from './answered-versions';
import type { DataClient } from './client';

const LIVE_CHANGES = graphql(`
  subscription LiveChanges {
    changes(versionFirst: true) {
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

/** `missed`: the line was down, or an answer is older than what was told: anything may have changed meanwhile. */
export interface LiveNews {
  owners: ChangedOwner[];
  missed: boolean;
}

type Listener = (news: LiveNews) => void;

/** One subscription for the whole page, however many parts of it listen. It ends with its last listener. */
class LiveLine {
  private readonly listeners = new Set<Listener>();
  private stop: (() => void) | null = null;
  readonly versions = new AnsweredVersions(() => this.tell({ owners: [], missed: true }));

  constructor(private readonly apollo: ApolloClient) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stop?.();
      this.end();
    };
  }

  tell(news: LiveNews): void {
    for (const listener of [...this.listeners]) listener(news);
  }

  private open(): () => void {
    const subscription = this.apollo.subscribe({ query: LIVE_CHANGES }).subscribe({
      next: ({ data }) => {
        if (!data) return;
        this.versions.toldOf(data.changes.seq);
        if (data.changes.owners.length > 0) this.tell({ owners: data.changes.owners, missed: false });
      },
      // The server ended the line (session or role changed): the next page opens a new one. Lists stay as they are.
      error: () => this.end(),
      complete: () => this.end(),
    });
    return () => subscription.unsubscribe();
  }

  private end(): void {
    this.stop = null;
    this.versions.lineIsDown();
  }
}

const lines = new WeakMap<ApolloClient, LiveLine>();

function lineOf(apollo: ApolloClient): LiveLine {
  let line = lines.get(apollo);
  if (!line) lines.set(apollo, (line = new LiveLine(apollo)));
  return line;
}

/** Tells listeners to ask again for what they may have missed: before the line stood, or while it was down. */
export function announceWhatWasMissed({ apollo, socket, onAnswer }: DataClient): void {
  const line = lineOf(apollo);
  onAnswer((version) => line.versions.answered(version));
  socket.on('closed', () => line.versions.lineIsDown());
  socket.on('connected', (_socket, _payload, wasRetry) => {
    if (wasRetry) line.tell({ owners: [], missed: true });
  });
}

/** Changes that follow each other closely are told together. Milliseconds. */
const GATHER = 150;

/**
 * Calls `onChange` when records of these types have changed (`['initiative', 'actor']`; empty: any), or when some
 * change may have been missed. Usual use: `useLiveChanges(['initiative'], () => void refetch())`.
 */
export function useLiveChanges(ownerTypes: readonly string[], onChange: (owners: ChangedOwner[]) => void): void {
  const apollo = useApolloClient();
  const wanted = ownerTypes.join(' ');
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    const types = new Set(wanted ? wanted.split(' ') : []);
    let gathered: ChangedOwner[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = lineOf(apollo).listen(({ owners, missed }) => {
      const ours = types.size === 0 ? owners : owners.filter((owner) => types.has(owner.type));
      if (ours.length === 0 && !missed) return;
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
