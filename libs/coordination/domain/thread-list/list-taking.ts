import { fill } from '@knotenpunkt/kernel';
import type { ThreadWish } from '../thread/thread-acts';
import { messages } from '../messages';
import type { PreviewRow } from './list-preview';

const lists = {
  de: new Intl.ListFormat('de', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** What is noted at a thread that comes of a row: the row's own note, and as text what was not recognised. */
export function noteOf({ note, subject, actors, stepActor }: PreviewRow, language: 'de' | 'en'): string {
  const { leftAsText, leftSubject, leftStepActor } = messages[language].list;
  const unknown = actors.filter(({ found }) => !found).map(({ text }) => text);
  return [
    note,
    subject && !subject.found ? fill(leftSubject, { text: subject.text }) : '',
    unknown.length > 0 ? fill(leftAsText, { names: lists[language].format(unknown) }) : '',
    stepActor && !stepActor.found ? fill(leftStepActor, { name: stepActor.text }) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The thread a row wants to become. */
export function wishOf({ id, title, nextStep, subject, actors, stepActor, followUpOn, owner, deputy }: PreviewRow): ThreadWish {
  return {
    id,
    title,
    subject: subject?.found ? { type: subject.found.type, id: subject.found.id } : null,
    actorIds: [...new Set(actors.flatMap(({ found }) => found?.id ?? []))],
    nextStep,
    stepActorId: stepActor?.found?.id ?? null,
    followUpOn,
    ownerId: owner?.found?.id ?? null,
    deputyId: deputy?.found?.id ?? null,
  };
}
