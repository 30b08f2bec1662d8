/** What Postgres says of a value it cannot take repeats the value: of such a fault only its number and place are kept. */
function textOf(error: Error): string {
  const text = error.stack ?? error.message;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^22...$/.test(code) ? text.replace(error.message, `data exception ${code}`) : text;
}

/** The message without what people entered. */
export function blotted(message: unknown): string {
  const text = message instanceof Error ? textOf(message) : String(message);
  // Letters of any script count, and `@` as addresses of pages write it. Words at the edge may go too: better one too many.
  return text.replace(/[^\s"'<>(),;:=&?/]+(?:@|%40)[^\s"'<>(),;:=&?/]+/gi, '[mail address]');
}
