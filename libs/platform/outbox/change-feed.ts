import { Injectable } from '@nestjs/common';
import { mayRead, type Audience, type Id } from '@knotenpunkt/kernel';
import { Subject } from 'rxjs';

/** Something changed and the graph knows it. Only ids: whoever is told reads again with rights of their own. */
export interface DataChange {
  seq: number;
  owners: { type: string; id: Id; regionId: Id; audience: Audience }[];
}

/** Tells the subscribers of this process what changed. */
@Injectable()
export class ChangeFeed {
  private readonly changes = new Subject<DataChange>();
  private told = 0;

  /** The version of the data that subscribers were told of last: who read it before may have read something older. */
  get version(): number {
    return this.told;
  }

  /** What lies before this version is not told. */
  beginAt(version: number): void {
    this.told = version;
  }

  publish(change: DataChange): void {
    this.told = Math.max(this.told, change.seq);
    this.changes.next(change);
  }

  /** Changes of a region that one audience may know of, until the iterator is closed; first of all the version there is, if asked for. */
  follow(regionId: Id, audience: Audience, { versionFirst = false } = {}): AsyncIterableIterator<DataChange> {
    const waiting: DataChange[] = versionFirst ? [{ seq: this.told, owners: [] }] : [];
    let deliver: ((result: IteratorResult<DataChange>) => void) | null = null;
    let closed = false;
    const subscription = this.changes.subscribe((change) => {
      const owners = change.owners.filter((owner) => owner.regionId === regionId && mayRead(audience, owner.audience));
      if (owners.length === 0) return;
      const visible = { seq: change.seq, owners };
      if (deliver) {
        deliver({ value: visible, done: false });
        deliver = null;
      } else waiting.push(visible);
    });
    const close = (): Promise<IteratorResult<DataChange>> => {
      closed = true;
      subscription.unsubscribe();
      deliver?.({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    return {
      next: () => {
        if (closed) return close();
        const change = waiting.shift();
        if (change) return Promise.resolve({ value: change, done: false });
        return new Promise((resolve) => (deliver = resolve));
      },
      return: close,
      throw: close,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
