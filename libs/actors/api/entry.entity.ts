import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'entry' })
export class EntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  direction!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { array: true })
  competences!: string[];

  @Column('date', { name: 'from_on', nullable: true })
  fromOn!: string | null;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn!: string | null;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn!: string | null;

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('text')
  audience!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('integer')
  version!: number;
}

registerEntities(EntryEntity);
