import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Loading, MorePages, Table, TextButton } from '@knotenpunkt/webkit/ui';
import { ChangeLine } from './ChangeLine';
import { useAnswerSentence } from './useAnswerSentence';
import { useImportActs, useImportRows, type Batch, type Fate, type ImportRow } from './useImport';

type Decide = (lines: number[], decision: 'SAME' | 'NOT_SAME' | null, targetId?: string) => void;

/** Rows of the table with what becomes of each, and why. `kept`: only those that were not written, or not taken back. */
export function ImportRows({ batch, fate, kept = false }: { batch: Batch; fate: Fate | null; kept?: boolean }) {
  const t = useMessages('imports');
  const pages = useImportRows(batch.id, { fate, kept });
  const { decide } = useImportActs();
  const { said, hear } = useAnswerSentence();
  const { refresh } = pages;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(batch.version);
  useEffect(() => {
    if (shown.current === batch.version) return;
    shown.current = batch.version;
    void refresh();
  }, [batch.version, refresh]);
  const asks = batch.availableActions.includes('decideImportRows');
  const send: Decide = async (lines, decision, targetId) => {
    const input = { id: batch.id, expectedVersion: batch.version, lines, decision, targetId: targetId ?? null };
    const answer = await decide.send({ input });
    hear(answer);
    // The button that was pressed goes with its row.
    if (answer.kind === 'done') place.current?.focus();
  };
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} />;
  if (pages.loading) return <Loading />;
  if (pages.nodes.length === 0) return <p>{t('import.none')}</p>;
  return (
    <>
      {said}
      {asks && fate === 'DUPLICATE' ? (
        <div className="import-all">
          <Button
            small
            busy={decide.busy}
            onClick={() =>
              send(
                pages.nodes.map(({ line }) => line),
                'NOT_SAME',
              )
            }
          >
            {t('import.allNotSame')}
          </Button>
        </div>
      ) : null}
      <div ref={place} tabIndex={-1}>
        <Table
          stacked
          caption={t('import.rowsTitle')}
          columns={[
            { id: 'line', label: t('import.line') },
            { id: 'label', label: t(`import.about.${batch.kind}`) },
            ...(kept ? [] : [{ id: 'fate', label: t('import.what') }]),
            { id: 'detail', label: t('import.detail') },
          ]}
          rows={pages.nodes.map((row) => ({
            id: String(row.line),
            cells: {
              line: <span className="import-line">{row.line}</span>,
              label: row.label ? <span className="kn-strong">{row.label}</span> : <em>{t('import.nameless')}</em>,
              fate: <span className={`import-mark import-mark--${row.fate.toLowerCase()}`}>{t(`import.fates.${row.fate}`)}</span>,
              detail: <Detail row={row} kind={batch.kind} decide={asks ? send : null} />,
            },
          }))}
        />
      </div>
      <MorePages pages={pages} />
    </>
  );
}

interface RowProps {
  row: ImportRow;
  kind: Batch['kind'];
}

function Detail({ row, kind, decide }: RowProps & { decide: Decide | null }) {
  const t = useMessages('imports');
  return (
    <div className="import-detail">
      {row.kept ? <span>{t(`import.keptReasons.${row.kept}`)}</span> : null}
      {row.fate === 'NEW' && !row.kept ? <span>{t('import.isNew')}</span> : null}
      {row.fate === 'SAME' ? <span>{t('import.isSame')}</span> : null}
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
      {row.fate === 'DUPLICATE' ? (
        <Doubt row={row} kind={kind} decide={decide} />
      ) : row.fate === 'NEW' ? null : (
        <Candidates row={row} kind={kind} />
      )}
      {row.decision && decide ? (
        <span>
          {t(`import.decided.${row.decision}`)}{' '}
          <TextButton aria-label={t('import.takeBackDecisionOf', { label: row.label })} onClick={() => decide([row.line], null)}>
            {t('import.takeBackDecision')}
          </TextButton>
        </span>
      ) : null}
    </div>
  );
}

/** Whom the row may mean, and why. `decide`: the answer that it is this one. */
function Candidates({ row, kind, decide = null }: RowProps & { decide?: Decide | null }) {
  const t = useMessages('imports');
  const format = useFormat();
  return row.candidates.map(({ id, name, city, slug, reasons }) => (
    <span key={id} className="import-candidate">
      <Link to={`/${kind === 'INITIATIVES' && row.fate === 'DUPLICATE' ? 'vorhaben' : 'akteure'}/${slug}`} target="_blank">
        {name}
      </Link>
      {city ? `, ${city}` : ''} – {format.list(reasons.map((reason) => t(`import.reasons.${reason}`)))}{' '}
      {decide ? (
        <Button small aria-label={t('import.sameAs', { label: row.label, name })} onClick={() => decide([row.line], 'SAME', id)}>
          {t('import.same')}
        </Button>
      ) : null}
    </span>
  ));
}

/** What the row looks like, why, and the two answers. */
function Doubt({ row, kind, decide }: RowProps & { decide: Decide | null }) {
  const t = useMessages('imports');
  return (
    <>
      <Candidates row={row} kind={kind} decide={decide} />
      {decide ? (
        <span className="import-acts">
          <Button small aria-label={t('import.notSameAs', { label: row.label })} onClick={() => decide([row.line], 'NOT_SAME')}>
            {t('import.notSame')}
          </Button>
          {row.candidates.length === 0 ? (
            <Button small aria-label={t('import.sameRowAs', { label: row.label })} onClick={() => decide([row.line], 'SAME')}>
              {t('import.sameRow')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
