import { dayInWords, fill, type Grade, toKind, type LocalDate, type ActorKind } from '@knotenpunkt/kernel';
import { messages as themeMessages, themeLabel } from '@knotenpunkt/themes/domain';
import type { CommunityNaming } from '../community';
import { messages } from '../messages';
import type { NetworkView } from '../view/view';

type Words = (typeof messages)['de']['take'];

/** How what is taken along speaks in one language. */
export class TakeWords {
  readonly own: Words;
  private readonly numbers: Intl.NumberFormat;

  constructor(readonly language: 'de' | 'en') {
    this.own = messages[language].take;
    this.numbers = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 3 });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  day(date: LocalDate): string {
    return dayInWords(date, this.language);
  }

  month(date: LocalDate): string {
    return dayInWords(date, this.language, 'MONTH');
  }

  /** What colours tell: "Farbe: Handlungsfeld". */
  legendOf(colour: NetworkView['colour']): string {
    return colour === 'kind' ? this.own.legend.kinds : messages[this.language].decorate.legend[colour];
  }

  /** A kind as it stands in a list of kinds: "Kammern". */
  kind(kind: ActorKind): string {
    return themeMessages[this.language].legend[kind];
  }

  /** What one actor of this kind is: "Kammer". */
  kindOfOne(kind: ActorKind): string {
    return themeMessages[this.language].kinds[`${kind}_one`];
  }

  grade(grade: Grade): string {
    return this.own.grades[grade];
  }

  /** A role by which ties are chosen; one that nobody knows is called as it stands in the address. */
  role(role: string): string {
    const { roles } = messages[this.language].closer;
    return Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role;
  }

  /** "Netzwerk Harkenrode". */
  title(region: string): string {
    return `${messages[this.language].title} ${region}`;
  }

  /** How a community is called. */
  community({ themes, kind, number }: CommunityNaming): string {
    const [one, other] = themes.map((theme) => themeLabel(theme, this.language));
    const { two, numbered } = messages[this.language].communities;
    // "Pflege und Gesundheit und Handwerk" would be read as three.
    if (one && other && !/ (und|and) /.test(`${one} ${other}`)) return this.fill(two, { one, other });
    return one ?? (kind ? this.kind(toKind(kind)) : this.fill(numbered, { number }));
  }

  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  }

  fill(text: string, values: Record<string, string | number>): string {
    return fill(
      text,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? this.number(value) : value])),
    );
  }

  /** "1 Akteur", "87 Akteure". */
  actors(count: number): string {
    const { actors_one, actors_other } = messages[this.language].state;
    return this.fill(count === 1 ? actors_one : actors_other, { count });
  }

  ties(count: number): string {
    const { ties_one, ties_other } = messages[this.language].state;
    return this.fill(count === 1 ? ties_one : ties_other, { count });
  }

  /** "Stand: 27. November 2026 · 87 Akteure, 188 Beziehungen". */
  state(asOf: LocalDate, actors: number, ties: number): string {
    return `${this.fill(messages[this.language].state.asOf, { date: this.day(asOf) })} · ${this.actors(actors)}, ${this.ties(ties)}`;
  }
}
