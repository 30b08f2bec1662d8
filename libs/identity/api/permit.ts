import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { passes, VISITOR, type Permission, type Viewer } from '@knotenpunkt/identity/domain';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import { GraphQLError } from 'graphql';

declare module '@knotenpunkt/platform/graphql' {
  interface GraphqlContext {
    /** Added by the identity room before any resolver runs. */
    viewer?: Viewer;
  }
}

const PERMISSION = 'knotenpunkt:permission';

/** Who passes the door of a query, mutation or subscription. What has no `@Permit` is closed for everybody. */
export const Permit = (permission: Permission) => SetMetadata(PERMISSION, permission);

/** The person behind an operation. */
export function viewerOf(context: GraphqlContext): Viewer {
  return context.viewer ?? VISITOR;
}

/** Parameter of a resolver: who asks. */
export const CurrentViewer = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  viewerOf(GqlExecutionContext.create(execution).getContext<GraphqlContext>()),
);

/** Asks for the permission at every root field; fields of objects are decided by the room that shows them. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<GqlContextType>() !== 'graphql') return true;
    const operation = GqlExecutionContext.create(execution);
    const info = operation.getInfo<{ parentType: { name: string } } | undefined>();
    const isRoot = info === undefined || ['Query', 'Mutation', 'Subscription'].includes(info.parentType.name);
    if (!isRoot) return true;
    const permission = this.reflector.get<Permission | undefined>(PERMISSION, execution.getHandler());
    const viewer = viewerOf(operation.getContext<GraphqlContext>());
    if (permission !== undefined && passes(viewer, permission)) return true;
    throw viewer.personId === null
      ? new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })
      : new GraphQLError('You are not permitted to do this here.', { extensions: { code: 'FORBIDDEN' } });
  }
}
