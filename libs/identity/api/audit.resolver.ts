import { Args, Query, Resolver } from '@nestjs/graphql';
import { auditScope, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, isId, toPage } from '@knotenpunkt/kernel';
import { toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuditTrail, type AuditRow } from './audit-trail';
import { AuditArguments, AuditEntryConnection, AuditEntryType } from './audit.graphql';
import { CurrentViewer, Permit } from './permit';

@Resolver(() => AuditEntryType)
export class AuditResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Permit('MEMBER')
  @Query(() => AuditEntryConnection, {
    description: 'Who let whom do what, newest first: of the region for coordinators, of an organisation for its administrators.',
  })
  async auditTrail(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, actorId, withoutRegion }: AuditArguments,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const scope = auditScope(viewer, { regionId: region.id, actorId: actorId ?? null, withoutRegion });
    const key = after ? decodeCursor(after) : null;
    const before = key && isId(key[1]) ? key[1] : null;
    const size = Math.min(Math.max(first, 1), 100);
    const page = scope === null ? toPage<AuditRow>([], size, ({ id }) => ['', id]) : await this.trail.page(scope, size, before);
    return toConnection(page, (row) => row);
  }
}
