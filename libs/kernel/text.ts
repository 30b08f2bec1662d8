import { refuse, type Refusal, type Result } from './result';

export type TextCode = 'TEXT_MISSING' | 'TEXT_TOO_LONG' | 'LINK_INVALID';

/** Signs that nobody sees and that turn round or hide what stands around them; those within emoji and between letters of other scripts are none of them. */
const TURNING = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Something one sees. */
const SEEN = /[^\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;
/** Longer addresses nobody reads, and every list that shows them carries them. */
const LONGEST_LINK = 1_000;

/** A text without white space at its ends and without signs that disguise it, or why it cannot be taken. `max` counts characters as people see them. */
export function checkText(
  field: string,
  text: string | null | undefined,
  limits: { max: number; optional?: boolean },
): Result<string, TextCode> {
  const readable = (text ?? '').replace(TURNING, '').trim();
  const trimmed = SEEN.test(readable) ? readable : '';
  if (trimmed === '' && !limits.optional) return refuse('TEXT_MISSING', { field });
  const length = [...trimmed].length;
  if (length > limits.max) return refuse('TEXT_TOO_LONG', { field, params: { max: limits.max, length } });
  return { ok: true, value: trimmed };
}

/** An address on the web (http or https; `example.org` gets https), empty when optional and not given. A name before the host would pass for the host. */
export function checkLink(field: string, text: string | null | undefined): Result<string, TextCode> {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return { ok: true, value: '' };
  const address = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.')) return refuse('LINK_INVALID', { field });
  if (url.username !== '' || url.password !== '') return refuse('LINK_INVALID', { field });
  const { length } = url.href;
  if (length > LONGEST_LINK) return refuse('TEXT_TOO_LONG', { field, params: { max: LONGEST_LINK, length } });
  return { ok: true, value: url.href };
}

/** The first refusal among several checks, or null when all passed. */
export function firstRefusal(...results: Result<unknown>[]): Refusal | null {
  for (const result of results) if (!result.ok) return result.refusal;
  return null;
}

/** Small letters without accents, umlauts written out as "ae", "oe", "ue", "ß" as "ss". */
export function writtenOut(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** A readable address part: "Früh- & Spätbus" becomes "frueh-spaetbus". At most 60 characters, never empty. */
export function slugOf(name: string): string {
  const plain = writtenOut(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain || 'eintrag';
}

/** The first of `bus`, `bus-2`, `bus-3` … that is not taken. */
export function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}

/** A text of a catalogue with its placeholders (`{{name}}`) filled; one that has no value becomes empty. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)(?:, number)?\}\}/g, (_, name: string) => values[name] ?? '');
}

/** What XML 1.0 does not allow at all, not even escaped: control characters, halves of pairs, U+FFFE and U+FFFF. */
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text with a sign that says so in place of what no file can hold. */
export function readableText(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd');
}
