import { Module, type DynamicModule } from '@nestjs/common';
import type { DutyOperator } from '@knotenpunkt/moderation/domain';

export const DUTY_OPERATOR = Symbol('DUTY_OPERATOR');

/** Who the first texts of the pages of duty name. Without this module they say that nobody is named yet. */
@Module({})
export class DutyOperatorModule {
  static forRoot(operator: DutyOperator | null): DynamicModule {
    return {
      module: DutyOperatorModule,
      global: true,
      providers: [{ provide: DUTY_OPERATOR, useValue: operator }],
      exports: [DUTY_OPERATOR],
    };
  }
}
