import type { Alliance, AllianceMember } from './alliance';

/** INVOLVED: somebody who speaks for the employees is a member. ASKED: is or was asked. */
export const EMPLOYEES_SIDES = ['INVOLVED', 'ASKED', 'NOT_ASKED'] as const;
export type EmployeesSide = (typeof EMPLOYEES_SIDES)[number];

/** How the employees' side stands in an alliance: unions, works and staff councils, all of them of kind UNION. */
export function employeesSideOf({
  members,
  employeesAsked,
}: Pick<Alliance, 'employeesAsked'> & { members: readonly Pick<AllianceMember, 'bench' | 'state'>[] }): EmployeesSide {
  const side = members.filter(({ bench }) => bench === 'UNION');
  if (side.some(({ state }) => state === 'MEMBER')) return 'INVOLVED';
  return side.length > 0 || employeesAsked ? 'ASKED' : 'NOT_ASKED';
}
