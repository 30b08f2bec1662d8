import { Module, type DynamicModule } from '@nestjs/common';

/** Who publishes the open data of this installation, and what they grant. */
export interface DataOperator {
  name?: string;
  mail?: string;
  /** Id of a licence; missing: nothing is granted, except for invented regions. */
  dataLicence?: string;
}

export const DATA_OPERATOR = Symbol('DATA_OPERATOR');

/** Without this module nobody is named as the publisher. */
@Module({})
export class DataOperatorModule {
  static forRoot(operator: DataOperator | null): DynamicModule {
    return {
      module: DataOperatorModule,
      global: true,
      providers: [{ provide: DATA_OPERATOR, useValue: operator }],
      exports: [DATA_OPERATOR],
    };
  }
}
