import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Thread } from '@knotenpunkt/coordination/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { NamingThreadType, ThreadType } from '../thread/thread.graphql';
import { ThreadNoteLoader } from './thread-note.loader';

const DESCRIPTION = 'What came along from a list and has no place of its own in a thread. Empty: nothing.';

@Resolver(() => ThreadType)
export class ThreadNoteResolver {
  constructor(private readonly load: ThreadNoteLoader) {}

  @ResolveField(() => String, { description: DESCRIPTION })
  note({ id }: Thread, _: unknown, context: GraphqlContext): Promise<string> {
    return this.load.note(context).load(id);
  }
}

/** An organisation reads everything the coordination holds on it. */
@Resolver(() => NamingThreadType)
export class NamingThreadNoteResolver {
  constructor(private readonly load: ThreadNoteLoader) {}

  @ResolveField(() => String, { description: DESCRIPTION })
  note({ id }: NamingThreadType, _: unknown, context: GraphqlContext): Promise<string> {
    return this.load.note(context).load(id);
  }
}
