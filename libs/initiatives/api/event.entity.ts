import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'event' })
export class EventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('uuid', { name: 'initiative_id', nullable: true })
  initiativeId!: string | null;

  @Column('text')
  title!: string;

  @Column('text')
  format!: string;

  @Column('date', { name: 'date_on' })
  dateOn!: string;

  @Column('text', { name: 'date_precision' })
  datePrecision!: string;

  @Column('text', { name: 'start_time', nullable: true })
  startTime!: string | null;

  @Column('text', { name: 'end_time', nullable: true })
  endTime!: string | null;

  @Column('text')
  venue!: string;

  @Column('text', { name: 'for_whom' })
  forWhom!: string;

  @Column('text', { nullable: true })
  registration!: string | null;

  @Column('boolean')
  livestream!: boolean;

  @Column('text')
  state!: string;

  @Column('integer', { name: 'approximate_participants', nullable: true })
  approximateParticipants!: number | null;

  @Column('integer')
  version!: number;
}

registerEntities(EventEntity);
