import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('uuid', { name: 'of_id' })
  ofId!: string;

  @Column('text')
  certainty!: string;

  @Column('date', { name: 'since_on', nullable: true })
  sinceOn!: string | null;
}

@Entity({ name: 'declared_tie' })
export class DeclaredTieEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('uuid', { name: 'to_id' })
  toId!: string;

  @Column('text')
  label!: string;

  @Column('date', { name: 'since_on' })
  sinceOn!: string;

  @Column('boolean')
  confirmed!: boolean;

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('integer')
  version!: number;
}

registerEntities(MembershipEntity, DeclaredTieEntity);
