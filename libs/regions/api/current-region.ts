import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphqlContext } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';

declare module '@knotenpunkt/platform/graphql' {
  interface GraphqlContext {
    /** Added by the regions room before any resolver runs. */
    region?: Region;
  }
}

/** The region of an operation; throws where the installation has none. */
export function regionOf(context: GraphqlContext): Region {
  if (!context.region) throw new Error('this installation has no region yet');
  return context.region;
}

/** Parameter of a resolver: the region the request names by the header `x-region`, else the default one. */
export const CurrentRegion = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  regionOf(GqlExecutionContext.create(execution).getContext<GraphqlContext>()),
);
