import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ThreadNoteRepository } from './thread-note.repository';

/** Notes of threads in one statement for all of an operation; whoever may read the thread may read its note. */
@Injectable()
export class ThreadNoteLoader {
  readonly note: (context: GraphqlContext) => DataLoader<Id, string>;

  constructor(notes: ThreadNoteRepository) {
    this.note = perRequest(
      () => new DataLoader(async (ids) => matched(ids, await notes.ofThreads(ids), ({ id }) => id).map((row) => row?.text ?? '')),
    );
  }
}
