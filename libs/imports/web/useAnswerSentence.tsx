import { useState, type ReactNode } from 'react';
import type { Answer } from '@knotenpunkt/webkit/data';
import { ErrorNotice, Notice, StaleNotice, useRefusals } from '@knotenpunkt/webkit/ui';

/** What is said where an act was not carried out. */
export function useAnswerSentence(): { said: ReactNode; hear: (answer: Answer<unknown>) => void } {
  const sentence = useRefusals('imports');
  const [answer, hear] = useState<Answer<unknown> | null>(null);
  const said =
    answer?.kind === 'refused' ? (
      <div role="alert">
        <Notice tone="error">{sentence(answer.refusal)}</Notice>
      </div>
    ) : answer?.kind === 'failed' ? (
      <ErrorNotice error={answer.fault} />
    ) : answer?.kind === 'stale' ? (
      <StaleNotice onLoad={() => location.reload()} />
    ) : null;
  return { said, hear };
}
