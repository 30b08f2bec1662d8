/**
 * An expected refusal. `code` is a key of the room's message catalogue, `field` the input it is about,
 * `params` what the message's placeholders stand for. Texts are never part of it: the reader's language decides.
 */
export interface Refusal<Code extends string = string> {
  code: Code;
  field?: string;
  params?: Record<string, string | number>;
}

/** What a decision gives: the value, or why not. Unexpected faults are thrown instead. */
export type Result<Value, Code extends string = string> = { ok: true; value: Value } | { ok: false; refusal: Refusal<Code> };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  about: { field?: string; params?: Record<string, string | number> } = {},
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, ...about } };
}

/** Makes a new union member impossible to forget: does not compile unless every case was handled before. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
