import { useEffect, useEffectEvent } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useLanguage } from '@knotenpunkt/webkit/i18n';
import { useViewer } from './useViewer';

const REMEMBER = graphql(`
  mutation RememberLanguage {
    rememberLanguage
  }
`);

/** Tells the server in which language a signed-in person reads, so that mails come in it too. */
export function useRememberedLanguage(): void {
  const personId = useViewer()?.personId ?? null;
  const language = useLanguage();
  const { send } = useMutationAnswer(REMEMBER);
  const remember = useEffectEvent(() => void send({}));
  useEffect(() => {
    if (personId !== null) remember();
  }, [personId, language]);
}
