import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { systemClock, type Clock } from '@knotenpunkt/kernel';
import type { DataSource } from 'typeorm';
import { CLOCK } from './clock';
import { Database } from './database';
import { UnitOfWork } from './unit-of-work';

type EntityClass = new () => object;

@Global()
@Module({})
export class DatabaseModule {
  /** The one pool of the process, already connected. */
  static forRoot(dataSource: DataSource, clock: Clock = systemClock): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSource.options, manualInitialization: true }),
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers: [Database, UnitOfWork, { provide: CLOCK, useValue: clock }],
      exports: [Database, UnitOfWork, CLOCK, TypeOrmModule],
    };
  }
}

const entities = new Set<EntityClass>();

/** Called beside each entity class; TypeORM needs them all before it connects. */
export function registerEntities(...classes: EntityClass[]): void {
  classes.forEach((entity) => entities.add(entity));
}

/** Every entity of the rooms that were imported. */
export function registeredEntities(): EntityClass[] {
  return [...entities];
}
