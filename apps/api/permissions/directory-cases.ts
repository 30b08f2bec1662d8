import { idFrom, newId, type Id } from '@knotenpunkt/kernel';

/** A word that OWN has proposed. */
export const proposedWord = { id: idFrom('walk', 'competence-word'), word: 'Walk-Begriff' };

/** Arguments for what people save of the directory, and for words of OWN. */
export function directoryArguments(own: Id, noVersion: number): Record<string, () => Record<string, unknown>> {
  const onWord = (more: object) => ({ input: { id: proposedWord.id, expectedVersion: noVersion, ...more } });
  const nobodys = (more: object) => ({ input: { id: newId(), expectedVersion: 1, ...more } });
  return {
    saveSearch: () => ({ input: { id: newId(), name: 'Pflege', address: 'suche=Pflege', mail: false } }),
    renameSavedSearch: () => nobodys({ name: 'Andere' }),
    setSavedSearchMail: () => nobodys({ wanted: true }),
    lookAtSavedSearch: () => ({ id: newId() }),
    removeSavedSearch: () => ({ id: newId() }),
    competenceWordsOf: () => ({ actorId: own }),
    proposeCompetenceWord: () => ({ input: { ...proposedWord, id: newId(), actorId: own } }),
    takeInCompetenceWord: () => onWord({ term: 'Walk-Begriff' }),
    equateCompetenceWord: () => onWord({ term: 'pflege-vereinbarkeit' }),
    refuseCompetenceWord: () => onWord({ reason: 'Zu eng.' }),
  };
}
