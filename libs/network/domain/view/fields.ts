import { GRADES, isLocalDate, type LocalDate } from '@knotenpunkt/kernel';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { ARRANGEMENTS, COLOURS, FORMS, LABELS, MOST_CHOSEN, SIZES, STEPS } from './choices';
import type { NetworkView } from './view';

/** How one part of a view stands in the address. */
interface Field<Value> {
  name: string;
  initial: Value;
  /** Undefined where the text says nothing one knows. */
  read: (text: string) => Value | undefined;
  write: (value: Value) => string;
}

const WORD = /^[\p{L}\p{N}_-]{1,120}$/u;
/** More words are not read. */
const MOST_WORDS = 40;
const STRONGEST = 100;

function oneOf<Value extends string>(name: string, all: readonly Value[], words: Record<Value, string>, initial: Value): Field<Value> {
  return { name, initial, read: (text) => all.find((value) => words[value] === text), write: (value) => words[value] ?? '' };
}

/** Some of a fixed list, in its order. */
function someOf<Value extends string>(name: string, all: readonly Value[], initial: readonly Value[]): Field<readonly Value[]> {
  return {
    name,
    initial,
    read: (text) => {
      const named = text.toUpperCase().split(',');
      return all.filter((value) => named.includes(value));
    },
    write: (values) => values.join(',').toLowerCase(),
  };
}

function word(name: string): Field<string | null> {
  return { name, initial: null, read: (text) => (WORD.test(text) ? text : undefined), write: (value) => value ?? '' };
}

function words(name: string, most: number): Field<readonly string[]> {
  return {
    name,
    initial: [],
    read: (text) => [...new Set(text.split(',').filter((word) => WORD.test(word)))].slice(0, most),
    write: (values) => values.join(','),
  };
}

function day(name: string): Field<LocalDate | null> {
  return { name, initial: null, read: (text) => (isLocalDate(text) ? text : undefined), write: (value) => value ?? '' };
}

/** Every part of a view; the one place that knows its word in the address and what is shown at first. */
export const FIELDS: { [Key in keyof NetworkView]: Field<NetworkView[Key]> } = {
  chosen: words('akteur', MOST_CHOSEN),
  target: word('ziel'),
  tie: word('beziehung'),
  steps: { name: 'schritte', initial: 0, read: (text) => STEPS.find((steps) => String(steps) === text), write: String },
  kinds: someOf('arten', ACTOR_KINDS, ACTOR_KINDS),
  // Who only met is drawn when asked for.
  grades: someOf('beziehungen', GRADES, ['WORKS_TOGETHER', 'STATED']),
  themes: words('feld', MOST_WORDS),
  roles: words('rollen', MOST_WORDS),
  minStrength: { name: 'staerke', initial: 0, read: strength, write: String },
  sinceAfter: day('seit'),
  running: {
    name: 'laufend',
    initial: false,
    read: (text) => (text === 'ja' ? true : text === 'nein' ? false : undefined),
    write: (value) => (value ? 'ja' : 'nein'),
  },
  colour: oneOf(
    'farbe',
    COLOURS,
    { kind: 'art', community: 'gemeinschaft', theme: 'feld', degree: 'beziehungen', broker: 'bruecken', age: 'alter' },
    'kind',
  ),
  hidden: words('ausgeblendet', MOST_WORDS),
  size: oneOf('groesse', SIZES, { ties: 'beziehungen', strength: 'staerke', broker: 'bruecken', same: 'gleich' }, 'ties'),
  label: oneOf('namen', LABELS, { short: 'kurz', name: 'voll', city: 'ort', none: 'ohne' }, 'short'),
  arrangement: oneOf(
    'anordnung',
    ARRANGEMENTS,
    { communities: 'gemeinschaften', rings: 'ringe', map: 'karte', matrix: 'matrix', timeline: 'zeit' },
    'communities',
  ),
  asOf: day('tag'),
  comparedWith: day('vergleich'),
  form: {
    name: 'ansicht',
    initial: null,
    read: (text) => (text === 'liste' ? 'list' : text === 'bild' ? 'picture' : undefined),
    write: (form) => (form === null ? '' : form === 'list' ? 'liste' : FORMS.includes(form) ? 'bild' : '?'),
  },
};

function strength(text: string): number | undefined {
  const value = Number(text);
  return /^\d{1,3}(\.\d{1,3})?$/.test(text) && value <= STRONGEST ? value : undefined;
}
