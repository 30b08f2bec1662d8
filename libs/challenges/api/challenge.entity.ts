import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'challenge' })
export class ChallengeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  question!: string;

  @Column('text')
  context!: string;

  @Column('text')
  concerns!: string;

  @Column('uuid', { name: 'asked_by_id', nullable: true })
  askedById!: string | null;

  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { array: true })
  competences!: string[];

  @Column('jsonb')
  benches!: { kind: string; minimum: number }[];

  @Column('date', { name: 'until_on', nullable: true })
  untilOn!: string | null;

  @Column('text')
  state!: string;

  @Column('text')
  origin!: string;

  @Column('text', { name: 'refusal_reason' })
  refusalReason!: string;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('integer')
  version!: number;
}

registerEntities(ChallengeEntity);
