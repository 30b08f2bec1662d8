import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'region' })
export class RegionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text', { name: 'name_de' })
  nameDe!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('text')
  language!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('double precision', { array: true })
  extent!: number[];

  @Column('boolean')
  example!: boolean;

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('date', { name: 'as_of', nullable: true })
  asOf!: string | null;
}

registerEntities(RegionEntity);
