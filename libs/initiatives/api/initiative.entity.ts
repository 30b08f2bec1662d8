import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'initiative' })
export class InitiativeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  themes!: string[];

  @Column('jsonb')
  wanted!: object[];

  @Column('date', { name: 'start_on', nullable: true })
  startOn!: string | null;

  @Column('text', { name: 'start_precision' })
  startPrecision!: string;

  @Column('date', { name: 'end_on', nullable: true })
  endOn!: string | null;

  @Column('text', { name: 'end_precision' })
  endPrecision!: string;

  @Column('text', { name: 'next_step' })
  nextStep!: string;

  @Column('jsonb', { nullable: true })
  budget!: object | null;

  @Column('jsonb')
  results!: object[];

  @Column('uuid', { name: 'lead_id' })
  leadId!: string;

  @Column('text', { name: 'lead_certainty' })
  leadCertainty!: string;

  @Column('uuid', { name: 'part_of_id', nullable: true })
  partOfId!: string | null;

  @Column('date', { name: 'lead_since_on', nullable: true })
  leadSinceOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'end_reason' })
  endReason!: string;

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('integer')
  version!: number;
}

registerEntities(InitiativeEntity);
