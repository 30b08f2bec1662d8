import { Field, Int, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@knotenpunkt/platform/graphql';

const ADDRESS = 'A page within the region, such as `/zusagen?stand=OVERDUE`.';

@ObjectType('ReportCell', { description: 'A stretch of text of a report.' })
export class ReportCellType {
  @Field()
  text!: string;

  @Field(() => String, { nullable: true, description: ADDRESS })
  address!: string | null;
}

@ObjectType('ReportFigure', { description: 'A number with what it counts.' })
export class ReportFigureType {
  @Field({ description: 'Stable name of the list it counts.' })
  list!: string;

  @Field(() => Int)
  value!: number;

  @Field()
  label!: string;

  @Field({ description: `The list that shows so many. ${ADDRESS}` })
  address!: string;
}

@ObjectType('ReportTable')
export class ReportTableType {
  @Field(() => [String])
  columns!: string[];

  @Field(() => [[ReportCellType]], { description: 'Every row has a cell for every column; the first one names the row.' })
  rows!: ReportCellType[][];
}

@ObjectType('ReportSection')
export class ReportSectionType {
  @Field({ description: 'Stable: `formed`, `overdue` …' })
  name!: string;

  @Field()
  title!: string;

  @Field(() => [String])
  paragraphs!: string[];

  @Field(() => [ReportFigureType])
  figures!: ReportFigureType[];

  @Field(() => ReportTableType, { nullable: true })
  table!: ReportTableType | null;

  @Field(() => ReportCellType, { nullable: true, description: 'How many rows the table leaves out, and where they are; null: none.' })
  more!: ReportCellType | null;
}

@ObjectType('CommitteeReport', { description: 'What a report for a committee says, in the language of the reader.' })
export class CommitteeReportType {
  @Field()
  title!: string;

  @Field(() => [String], { description: 'What it holds, and as of when.' })
  about!: string[];

  @Field(() => [ReportSectionType])
  sections!: ReportSectionType[];
}

export const CommitteeReportResult = resultUnion('CommitteeReportResult', CommitteeReportType);
