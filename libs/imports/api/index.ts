export { TableError } from './csv-rows';
export { H2020ImportService } from './h2020-import.service';
export * from './import-report';
export { ImportsModule } from './imports.module';
