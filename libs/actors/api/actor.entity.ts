import { registerEntities } from '@knotenpunkt/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'actor' })
export class ActorEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'region_id' })
  regionId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'short_name' })
  shortName!: string;

  @Column('text', { name: 'sort_name' })
  sortName!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { array: true })
  competences!: string[];

  @Column('text', { nullable: true })
  sector!: string | null;

  @Column('text', { nullable: true })
  section!: string | null;

  @Column('text', { array: true })
  occupations!: string[];

  @Column('text')
  street!: string;

  @Column('text', { name: 'postal_code' })
  postalCode!: string;

  @Column('text')
  city!: string;

  @Column('text')
  district!: string;

  @Column('double precision', { nullable: true })
  lon!: number | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('text')
  website!: string;

  @Column('text', { nullable: true })
  size!: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('uuid', { name: 'employer_id', nullable: true })
  employerId!: string | null;

  @Column('boolean')
  collective!: boolean;

  @Column('text')
  provenance!: string;

  @Column('text', { name: 'source_note', nullable: true })
  sourceNote!: string | null;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn!: string | null;

  @Column('text', { name: 'logo_hash', nullable: true })
  logoHash!: string | null;

  @Column('boolean')
  proposable!: boolean;

  @Column('boolean')
  archived!: boolean;

  @Column('text', { name: 'search_text' })
  searchText!: string;

  @Column('integer')
  version!: number;
}

@Entity({ name: 'actor_contact' })
export class ActorContactEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text')
  role!: string;

  @Column('text')
  email!: string;

  @Column('text')
  phone!: string;

  @Column('text')
  visibility!: string;
}

registerEntities(ActorEntity, ActorContactEntity);
