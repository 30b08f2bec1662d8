import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { LARGEST_PAGE, type Page } from '@knotenpunkt/kernel';

@ObjectType({ description: 'Where a page ends and whether there is more.' })
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to read on.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: `How many rows, 1 to ${LARGEST_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the row after which to read on.' })
  after?: string | null;
}

export interface EdgeOf<Node> {
  node: Node;
  cursor: string;
}

export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  pageInfo: PageInfo;
}

type NodeClass = new (...parameters: never[]) => object;

/** The connection type `<name>Connection` of a node type, after the Relay cursor connections specification. */
export function Connection<Node extends NodeClass>(name: string, node: Node): new () => ConnectionOf<InstanceType<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node)
    node!: InstanceType<Node>;

    @Field()
    cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** A page of rows as a connection of nodes. */
export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): ConnectionOf<Node> {
  const last = page.rows.at(-1);
  return {
    edges: page.rows.map((row) => ({
      node: toNode(row),
      get cursor() {
        return page.cursorOf(row);
      },
    })),
    pageInfo: { hasNextPage: page.hasNext, endCursor: last === undefined ? null : page.cursorOf(last) },
  };
}
