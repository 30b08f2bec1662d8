import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DocumentType } from './documents/document.graphql';
import { AdmissionType } from './membership/membership.graphql';
import { StatementType, TaskType } from './statements/statement.graphql';

@ObjectType('AllianceWork', { description: 'What an alliance that is formed writes down, as far as the viewer may read it.' })
export class AllianceWorkType {
  @Field(() => ID)
  allianceId!: string;

  @Field(() => AdmissionType, { nullable: true, description: 'Who is asked whether another one joins; for those and coordinators.' })
  admission!: AdmissionType | null;

  @Field(() => [StatementType], {
    description: 'The newest day first. Everybody reads what is public and confirmed; members and coordinators all.',
  })
  statements!: StatementType[];

  @Field(() => [TaskType], { description: 'What nobody has taken on yet, the soonest due first; for members and coordinators.' })
  tasks!: TaskType[];

  @Field(() => [DocumentType], {
    description: 'The newest day first. Everybody reads what is public and there; members and coordinators all.',
  })
  documents!: DocumentType[];

  @Field(() => [String], { description: 'What the viewer may add, by the names of mutations.' })
  availableActions!: string[];
}
