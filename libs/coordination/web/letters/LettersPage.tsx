import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column, ErrorNotice, LinkButton, Loading, Notice } from '@knotenpunkt/webkit/ui';
import { LetterForm } from './LetterForm';
import { useLetters, type ShownWaiting } from './useLetters';
import { WaitingChoice, writtenLately } from './WaitingChoice';
import './letters.css';

/** `/koordination/nachfragen?was=<key>&was=<key>`: one text for several who let something wait. */
export function LettersPage() {
  const t = useMessages('coordination');
  return (
    <CoordinatorsPage narrow title={t('letters.title')} explanation={t('letters.explanation')} only={t('letters.coordinatorsOnly')}>
      <Writing />
    </CoordinatorsPage>
  );
}

export type SentAnswer = Answer<{
  written: string[];
  leftOut: { key: string; reason: 'NOBODY_TO_ASK' | 'NOT_WAITING' | 'WRITTEN_RECENTLY' }[];
}>;

function Writing() {
  const letters = useLetters();
  const today = useToday();
  const [address] = useSearchParams();
  const [chosen, choose] = useState<readonly string[]>(() => address.getAll('was'));
  const [answer, setAnswer] = useState<SentAnswer | null>(null);
  const { waiting, error, refresh } = letters;
  if (error && !waiting) return <ErrorNotice error={error} onRetry={refresh} />;
  if (!waiting) return <Loading />;
  if (answer?.kind === 'done') return <Sent answer={answer.value} waiting={waiting} />;
  const still = chosen.filter((key) => waiting.some((item) => item.key === key && item.reachable && !writtenLately(item, today)));
  return (
    <Column>
      <WaitingChoice waiting={waiting} chosen={still} onChange={choose} />
      {waiting.length > 0 ? (
        <LetterForm letters={letters} chosen={waiting.filter(({ key }) => still.includes(key))} onAnswer={setAnswer} />
      ) : null}
    </Column>
  );
}

function Sent({ answer, waiting }: { answer: Extract<SentAnswer, { kind: 'done' }>['value']; waiting: readonly ShownWaiting[] }) {
  const t = useMessages('coordination');
  const itemOf = (key: string) => waiting.find((item) => item.key === key);
  const organisations = new Set(answer.written.map((key) => itemOf(key)?.actorId ?? key)).size;
  return (
    <div role="status">
      <Notice
        tone={organisations > 0 ? 'kept' : 'due'}
        title={t('letters.sent', { count: organisations })}
        ways={
          <LinkButton kind="primary" to="/koordination">
            {t('list.toDesk')}
          </LinkButton>
        }
      >
        {answer.leftOut.length > 0 ? (
          <>
            <p>{t('letters.leftOut')}</p>
            <ul>
              {answer.leftOut.map(({ key, reason }) => (
                <li key={key}>
                  {itemOf(key)?.actorName ?? ''}: {t(`letters.left.${reason}`)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Notice>
    </div>
  );
}
