import { toKind } from '@knotenpunkt/kernel';
import { themeLabel } from '@knotenpunkt/themes/domain';
import type { GroundLabel } from '../decorate/arranged';
import type { ClassLabel } from '../decorate/classes';
import { messages } from '../messages';
import type { TakeWords } from './take-words';

/** What a class of the colouring is called, as on the page. */
export function className(label: ClassLabel, words: TakeWords): string {
  const { classes } = messages[words.language].decorate;
  switch (label.is) {
    case 'kind':
      return words.kind(toKind(label.kind));
    case 'community':
      return words.community(label.naming);
    case 'theme':
      return themeLabel(label.theme, words.language);
    case 'degree':
      return label.from === label.to ? words.ties(label.to) : words.fill(classes.degree, { from: label.from, to: label.to });
    case 'broker': {
      const [from, to] = [label.from, label.to].map((share) => Math.round(1_000 * share) / 10) as [number, number];
      return from === to ? words.fill(classes.brokerOne, { to }) : words.fill(classes.broker, { from, to });
    }
    case 'age': {
      const [from, to] = [words.month(label.from), words.month(label.to)];
      return from === to ? words.fill(classes.ageOne, { from }) : words.fill(classes.age, { from, to });
    }
    case 'rest':
      return classes.rest[label.of];
  }
}

/** What stands on the ground of an arrangement, as on the page. */
export function groundName(label: GroundLabel, words: TakeWords): string {
  const { classes, ground } = messages[words.language].decorate;
  switch (label.is) {
    case 'kind':
      return words.kind(toKind(label.kind));
    case 'theme':
      return label.theme === null ? classes.rest.theme : themeLabel(label.theme, words.language);
    case 'count':
      return words.number(label.count);
    case 'day':
      return label.unit === 'year' ? label.day.slice(0, 4) : words.month(label.day);
    case 'degrees':
      return words.fill(ground[label.axis], { degrees: Math.round(label.value * 100) / 100 });
    case 'place':
      return label.name;
    case 'attribution':
      return words.fill(ground.attribution, { name: label.name });
    case 'noPlace':
    case 'outside':
    case 'noTies':
      return words.fill(ground[label.is], { count: label.count });
  }
}
