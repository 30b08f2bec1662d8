import { addressOfSubject } from '@knotenpunkt/coordination/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import type { ShownThread } from './thread-parts';

/** "M. Arslan". */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  return rest.length === 0 ? first : `${[...first][0] ?? ''}. ${rest.at(-1)!}`;
}

/** Where a click on a thread leads; null: it is about nothing that has a page. */
export function addressOfThread({ subject }: Pick<ShownThread, 'subject'>): string | null {
  return subject ? addressOfSubject(subject) : null;
}

/** How that what a thread is about stands: "Allianz im Entwurf · 6 von 9 Stühlen besetzt". */
export function useSubjectLine(): (thread: Pick<ShownThread, 'subject' | 'subjectType'>) => string {
  const t = useMessages('coordination');
  return ({ subject, subjectType }) => {
    if (!subject) return subjectType ? t('threads.subject.gone') : '';
    const { type, state, reached, wanted, overdue } = subject;
    const stands = type === 'ACTOR' ? t('threads.subject.ACTOR') : t(`threads.subject.${type}.${state}`);
    return [stands, figure()].filter(Boolean).join(' · ');

    function figure(): string {
      if (overdue > 0) return t('threads.subject.overdue', { count: overdue });
      if (type === 'CHALLENGE')
        return reached === 0 ? t('threads.subject.noAlliance') : t('threads.subject.alliances', { count: reached ?? 0 });
      if (reached === null || wanted === null || wanted === 0) return '';
      if (type === 'INTRODUCTION') return state === 'ASKED' ? t('threads.subject.answers', { reached, wanted }) : '';
      if (type === 'ALLIANCE' && state === 'INVITING') return t('threads.subject.agreed', { reached, wanted });
      return type === 'ALLIANCE' && state === 'DRAFT' ? t('threads.subject.chairs', { reached, wanted }) : '';
    }
  };
}
