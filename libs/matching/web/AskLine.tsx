import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, ErrorNotice, IconButton, KindMark, Loading, Notice, Segments, useRefusals } from '@knotenpunkt/webkit/ui';
import { Reasons } from './ReasonLine';
import { SUGGESTION_PARTS } from './SuggestionEntry';
import './matching.css';

const MATCH_LINE = graphql(`
  query MatchLine($text: String!, $direction: LineDirection!) {
    matchLine(text: $text, direction: $direction) {
      comparesMeaning
      suggestions {
        ...SuggestionParts
      }
      refusal {
        code
        field
        parameters {
          name
          value
        }
      }
    }
  }
`);

type Direction = 'NEED' | 'OFFER';

/**
 * What to do about somebody who fits; `message` is what the visitor wrote, `fromActorId` the organisation somebody was suggested to. The page
 * that shows the line brings it.
 */
export type ContactPart = (about: { actorId: string; actorName: string; message: string; fromActorId?: string }) => ReactNode;

/** So long nobody types before the line is sent. */
const QUIET_MS = 450;
/** Shorter texts say nothing yet. */
const SHORTEST = 3;
const LONGEST = 400;
/** Answers at most; fewer mean that nothing more fits. */
const MOST = 3;
/** Reasons told of each. */
const TOLD = 2;

/** The one line of the first page: what one seeks or offers, answered at once, without an account. */
export function AskLine({ contact }: { contact: ContactPart }) {
  const t = useMessages('matching');
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [direction, setDirection] = useState<Direction>('NEED');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <section className="matching-line" aria-label={t('line.label')}>
      <Segments
        look="loose"
        label={t('line.direction')}
        value={direction}
        onChange={setDirection}
        options={(['NEED', 'OFFER'] as const).map((value) => ({ value, label: t(`line.${value}`) }))}
      />
      <div className="matching-line__field">
        <label className="kn-hidden" htmlFor={id}>
          {t('line.label')}
        </label>
        <textarea
          ref={input}
          id={id}
          className="matching-line__input"
          rows={1}
          maxLength={LONGEST}
          enterKeyHint="search"
          autoComplete="off"
          placeholder={t(`line.example${direction}`)}
          value={text}
          onChange={(event) => setText(event.target.value.replaceAll('\n', ' '))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            setAsked(text.trim());
          }}
        />
        {text === '' ? null : (
          <div className="matching-line__clear">
            <IconButton
              label={t('line.clear')}
              onClick={() => {
                setText('');
                setAsked('');
                input.current?.focus();
              }}
            >
              <CloseIcon />
            </IconButton>
          </div>
        )}
      </div>
      {asked.length >= SHORTEST && text !== '' ? <Answers text={asked} direction={direction} contact={contact} /> : null}
    </section>
  );
}

function Answers({ text, direction, contact }: { text: string; direction: Direction; contact: ContactPart }) {
  const t = useMessages('matching');
  const refusals = useRefusals('matching');
  const { data, previousData, error, refetch } = useQuery(MATCH_LINE, text ? { variables: { text, direction } } : skipToken);
  const answer = (data ?? previousData)?.matchLine;
  if (error && !answer) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!answer) return <Loading />;
  if (answer.refusal) {
    const parameters = Object.fromEntries(answer.refusal.parameters.map(({ name, value }) => [name, value]));
    return <Notice>{refusals({ ...answer.refusal, parameters })}</Notice>;
  }
  const { suggestions, comparesMeaning } = answer;
  return (
    <>
      <p className="kn-hidden" role="status">
        {suggestions.length === 0 ? t('line.nothing') : t('line.found', { count: suggestions.length })}
      </p>
      <ul className="matching-line__answers" aria-label={t('line.answers')}>
        {suggestions.map((suggestion, at) => (
          <LineAnswer key={at} suggestion={suggestion} text={text} contact={contact} />
        ))}
      </ul>
      <div className="matching-line__foot">
        {suggestions.length === 0 ? (
          <p>
            {t('line.nothing')} <Link to="/akteure">{t('line.nothingStep')}</Link>
          </p>
        ) : suggestions.length < MOST ? (
          <p>{t('line.noMore')}</p>
        ) : null}
        {comparesMeaning ? null : <p>{t('line.wordsOnly')}</p>}
        <details>
          <summary>{t('line.how')}</summary>
          <p>{t(comparesMeaning ? 'line.howTextMeaning' : 'line.howText')}</p>
        </details>
      </div>
    </>
  );
}

function LineAnswer({
  suggestion,
  text,
  contact,
}: {
  suggestion: FragmentType<typeof SUGGESTION_PARTS>;
  text: string;
  contact: ContactPart;
}) {
  const t = useMessages('matching');
  const { actor, certainty, sentence, reasons, doubts } = readFragment(SUGGESTION_PARTS, suggestion);
  return (
    <li className="matching-answer">
      <span className="matching-answer__mark">
        <KindMark kind={actor.kind} size={18} />
      </span>
      <div className="matching-answer__body">
        <strong>
          <ActorLink actor={actor} />
        </strong>
        <p className="matching-answer__text">
          {sentence} <strong>{t(`certainty.${certainty}`)}.</strong>
        </p>
        <div className="matching-answer__text">
          <Reasons reasons={reasons} doubts={doubts} most={TOLD} between={{ from: { name: t('picture.line'), sign: 'LINE' }, to: actor }} />
        </div>
      </div>
      <div className="matching-answer__act">{contact({ actorId: actor.id, actorName: actor.name, message: text })}</div>
    </li>
  );
}
