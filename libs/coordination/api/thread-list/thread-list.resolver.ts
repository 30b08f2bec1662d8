import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isProblem, type PreviewRow, type ReadName } from '@knotenpunkt/coordination/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { refuse } from '@knotenpunkt/kernel';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  TakeThreadListInput,
  ThreadListResult,
  ThreadListType,
  type ThreadListNameType,
  type ThreadListRowType,
} from './thread-list.graphql';
import { ThreadListService, type ShownList } from './thread-list.service';

const MOST_CHOSEN = 500;

type Named = { id: string } & ({ name: string } | { title: string; type: ThreadListNameType['type'] });

function nameOf(read: ReadName<Named>): ThreadListNameType {
  const { text, found } = read;
  if (!found) return { text, id: null, name: '', type: null };
  return { text, id: found.id, name: 'name' in found ? found.name : found.title, type: 'type' in found ? found.type : null };
}

function rowOf({ number, fate, title, nextStep, followUpOn, ...row }: PreviewRow): ThreadListRowType {
  const orNull = (read: ReadName<Named> | null) => read && nameOf(read);
  return {
    ...{ number, fate, title, nextStep, followUpOn },
    subject: orNull(row.subject),
    actors: row.actors.map(nameOf),
    stepActor: orNull(row.stepActor),
    owner: orNull(row.owner),
    deputy: orNull(row.deputy),
    notes: row.notes.map((note) => ({
      code: note.code,
      column: note.column,
      isProblem: isProblem(note),
      parameters: Object.entries(note.params).map(([name, value]) => ({ name, value: String(value) })),
    })),
  };
}

const listOf = ({ rows, ...list }: ShownList): ThreadListType => Object.assign(new ThreadListType(), list, { rows: rows.map(rowOf) });

@Resolver(() => ThreadListType)
export class ThreadListResolver {
  constructor(private readonly lists: ThreadListService) {}

  @Permit('COORDINATOR')
  @Query(() => ThreadListType, { nullable: true, description: 'A list that was read from a file; null once it is forgotten.' })
  async threadList(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ThreadListType | null> {
    const list = await this.lists.preview(viewer, region, id);
    return list && listOf(list);
  }

  @Permit('COORDINATOR')
  @Mutation(() => ThreadListResult, { description: 'Makes a thread of every row that is new, all or none.' })
  async takeThreadList(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { id, chosen }: TakeThreadListInput,
  ): Promise<typeof ThreadListResult> {
    if (chosen.length > MOST_CHOSEN) return answer(refuse('TOO_MANY_CHOSEN')) as typeof ThreadListResult;
    const taken = await this.lists.take(viewer, region, id, chosen);
    return answer(taken.ok ? { ok: true, value: listOf(taken.value) } : taken) as typeof ThreadListResult;
  }
}
