/** The members whose organisation is still there; one that was erased has no name to show. */
export function withActor<Member extends { actor: unknown }>(
  members: readonly Member[],
): (Member & { actor: NonNullable<Member['actor']> })[] {
  return members.filter((member): member is Member & { actor: NonNullable<Member['actor']> } => member.actor !== null);
}
