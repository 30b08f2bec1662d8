import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mandate' })
export class MandateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  role!: string;

  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}

registerEntities(MandateEntity);
