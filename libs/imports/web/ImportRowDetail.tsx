import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, TextButton } from '@knotenpunkt/webkit/ui';
import { ChangeLine } from './ChangeLine';
import type { Batch, Candidate, Choice, ImportRow } from './useImport';

/** What can be answered about rows that are shown. */
export interface RowActs {
  rows: readonly ImportRow[];
  decide: (lines: number[], decision: 'SAME' | 'NOT_SAME' | null, targetId?: string) => void;
  choose: (lines: number[], choice: Choice, actorId: string | null) => void;
}

interface RowProps {
  row: ImportRow;
  kind: Batch['kind'];
  acts: RowActs | null;
}

/** Why that becomes of a row, and what is asked about it. `acts`: null where nothing can be answered. */
export function ImportRowDetail({ row, kind, acts }: RowProps) {
  const t = useMessages('imports');
  return (
    <div className="import-detail">
      {row.kept ? <span>{t(`import.keptReasons.${row.kept}`)}</span> : null}
      {row.fate === 'NEW' && !row.kept ? <span>{t('import.isNew')}</span> : null}
      {row.fate === 'SAME' ? <span>{t('import.isSame')}</span> : null}
      <Named references={row.references} />
      {row.problems.map(({ field, code, parameters }) => (
        <span key={`${field} ${code}`}>
          {t('import.at', {
            field: t(`import.fields.${field}`),
            sentence: t(`import.problems.${code}`, Object.fromEntries(parameters.map(({ name, value }) => [name, value]))),
          })}
        </span>
      ))}
      {(row.kept ? [] : row.changes).map((change) => (
        <ChangeLine key={change.field} kind={kind} change={change} />
      ))}
      {row.choices.map((choice) => (
        <ChoiceLines key={`${choice.field} ${choice.words}`} row={row} choice={choice} acts={acts} />
      ))}
      {row.fate === 'DUPLICATE' ? (
        <Doubt row={row} kind={kind} acts={acts} />
      ) : row.fate === 'NEW' ? null : (
        row.candidates.map((candidate) => <CandidateLine key={candidate.candidateId} candidate={candidate} place="akteure" />)
      )}
      {row.decision && acts ? (
        <span>
          {t(`import.decided.${row.decision}`)}{' '}
          <TextButton aria-label={t('import.takeBackDecisionOf', { label: row.label })} onClick={() => acts.decide([row.line], null)}>
            {t('import.takeBackDecision')}
          </TextButton>
        </span>
      ) : null}
    </div>
  );
}

/** Whom the row names, as what. */
function Named({ references }: Pick<ImportRow, 'references'>) {
  const t = useMessages('imports');
  const fields = [...new Set(references.map(({ field }) => field))];
  return fields.map((as) => (
    <span key={as}>
      {t(`import.named.${as}`)}:{' '}
      {references
        .flatMap(({ field, actor }) => (field === as && actor ? [actor] : []))
        .map((actor, at) => (
          <Fragment key={actor.id}>
            {at > 0 ? '; ' : null}
            <ActorLink actor={actor} />
            {actor.city ? `, ${actor.city}` : null}
          </Fragment>
        ))}
    </span>
  ));
}

/** One that a row may mean, and why. */
function CandidateLine({ candidate, place, children }: { candidate: Candidate; place: 'akteure' | 'vorhaben'; children?: ReactNode }) {
  const t = useMessages('imports');
  const format = useFormat();
  const { name, city, slug, listed, reasons } = candidate;
  const why = [...reasons.map((reason) => t(`import.reasons.${reason}`)), ...(listed ? [] : [t('import.unlisted')])];
  return (
    <span className="import-candidate">
      {listed ? (
        <Link to={`/${place}/${slug}`} target="_blank">
          {name}
        </Link>
      ) : (
        name
      )}
      {city ? `, ${city}` : ''} – {format.list(why)} {children}
    </span>
  );
}

/** What the row looks like, why, and the two answers. */
function Doubt({ row, kind, acts }: RowProps) {
  const t = useMessages('imports');
  const { label, line, candidates } = row;
  return (
    <>
      {candidates.map((candidate) => (
        <CandidateLine key={candidate.candidateId} candidate={candidate} place={kind === 'INITIATIVES' ? 'vorhaben' : 'akteure'}>
          {acts ? (
            <Button
              small
              aria-label={t('import.sameAs', { label, name: candidate.name })}
              onClick={() => acts.decide([line], 'SAME', candidate.candidateId)}
            >
              {t('import.same')}
            </Button>
          ) : null}
        </CandidateLine>
      ))}
      {acts ? (
        <span className="import-acts">
          <Button small aria-label={t('import.notSameAs', { label })} onClick={() => acts.decide([line], 'NOT_SAME')}>
            {t('import.notSame')}
          </Button>
          {candidates.length === 0 ? (
            <Button small aria-label={t('import.sameRowAs', { label })} onClick={() => acts.decide([line], 'SAME')}>
              {t('import.sameRow')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

/** Whom words fit, to be chosen at once for all rows shown that say the same; or who was chosen, to be taken back. */
function ChoiceLines({ row, choice, acts }: { row: ImportRow; choice: Choice; acts: RowActs | null }) {
  const t = useMessages('imports');
  const { words, chosenId, among } = choice;
  const chosen = among.find(({ candidateId }) => candidateId === chosenId);
  if (chosen)
    return acts ? (
      <span>
        {t('import.chosen', { words, name: placed(chosen) })}{' '}
        <TextButton
          aria-label={t('import.takeBackChoiceOf', { label: row.label, words })}
          onClick={() => acts.choose([row.line], choice, null)}
        >
          {t('import.takeBackChoice')}
        </TextButton>
      </span>
    ) : null;
  if (row.fate !== 'CONFLICT') return null;
  const lines = acts ? acts.rows.filter((each) => each.choices.some((other) => sameChoice(choice, other))).map(({ line }) => line) : [];
  return among.map((candidate) => (
    <CandidateLine key={candidate.candidateId} candidate={candidate} place="akteure">
      {acts ? (
        <Button
          small
          aria-label={t('import.chooseOf', { words, name: placed(candidate), count: lines.length })}
          onClick={() => acts.choose(lines, choice, candidate.candidateId)}
        >
          {t('import.choose', { count: lines.length })}
        </Button>
      ) : null}
    </CandidateLine>
  ));
}

const placed = ({ name, city }: Candidate) => (city ? `${name}, ${city}` : name);

/** The same words that fit the same, and of which nobody has chosen one. */
function sameChoice(one: Choice, other: Choice): boolean {
  const idsOf = ({ among }: Choice) => among.map(({ candidateId }) => candidateId).join();
  return one.field === other.field && one.words === other.words && other.chosenId === null && idsOf(one) === idsOf(other);
}
