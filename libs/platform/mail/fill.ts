/** A text of a catalogue with its placeholders (`{{name}}`) filled; one that has no value becomes empty. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
