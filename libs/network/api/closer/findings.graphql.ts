import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Findings } from '@knotenpunkt/network/domain';

@ObjectType({
  description: 'Two actors who do not work together, and one who is tied to both by more than a meeting and could introduce them.',
})
export class Meeting {
  @Field(() => ID)
  a!: string;

  @Field(() => ID)
  b!: string;

  @Field(() => ID)
  through!: string;
}

@ObjectType({ description: 'Others would lose every way to the rest without this actor.' })
export class BridgeFinding {
  @Field(() => ID)
  actorId!: string;

  @Field(() => Int, { description: 'How many others.' })
  cutOff!: number;

  @Field(() => Meeting, { nullable: true, description: 'One of those who would lose their way and one of the rest.' })
  meeting!: Meeting | null;
}

@ObjectType({ description: 'Two kinds of actor no two of which work together.' })
export class UnmetBenches {
  @Field(() => [String])
  kinds!: string[];

  @Field(() => [Int], { description: 'How many actors there are of each.' })
  actors!: number[];

  @Field(() => Meeting, { nullable: true, description: 'One of each whom somebody could introduce.' })
  meeting!: Meeting | null;
}

@ObjectType({ description: 'An actor with one tie or none.' })
export class EdgeFinding {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID, { nullable: true, description: 'The one it is tied to.' })
  tiedTo!: string | null;

  @Field(() => Meeting, { nullable: true, description: 'Whom it could meet through that one.' })
  meeting!: Meeting | null;
}

@ObjectType({
  description: 'Two communities that have a theme in common; nobody of one who has it works with somebody of the other who has it.',
})
export class ApartFinding {
  @Field(() => [ID])
  communities!: string[];

  @Field()
  theme!: string;

  @Field(() => [Int], { description: 'How many of each have the theme.' })
  actors!: number[];

  @Field(() => [[ID]], { description: 'Those of each with the most ties, at most three.' })
  foremost!: string[][];
}

@ObjectType({ description: 'What is worth looking at in the network; at most a hundred of each.' })
export class NetworkFindings {
  @Field(() => [BridgeFinding])
  bridges!: BridgeFinding[];

  @Field(() => Int)
  bridgeCount!: number;

  @Field(() => [UnmetBenches])
  unmetBenches!: UnmetBenches[];

  @Field(() => [ID], { description: 'Actors with one tie or none.' })
  atEdge!: string[];

  @Field(() => [EdgeFinding], { description: 'The same with whom they could meet.' })
  edgeActors!: EdgeFinding[];

  @Field(() => Int)
  atEdgeCount!: number;

  @Field(() => [ApartFinding])
  apart!: ApartFinding[];
}

export function findingsType(findings: Findings): NetworkFindings {
  return { ...findings, atEdge: findings.atEdge.map(({ actorId }) => actorId), edgeActors: findings.atEdge };
}
