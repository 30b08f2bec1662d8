import { useEffect, useRef } from 'react';
import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Loading, MorePages, Table } from '@knotenpunkt/webkit/ui';
import { ImportRowDetail, type RowActs } from './ImportRowDetail';
import { useAnswerSentence } from './useAnswerSentence';
import { useImportActs, useImportRows, type Batch, type Fate } from './useImport';

/** Rows of the table with what becomes of each, and why. `kept`: only those that were not written, or not taken back. */
export function ImportRows({ batch, fate, kept = false }: { batch: Batch; fate: Fate | null; kept?: boolean }) {
  const t = useMessages('imports');
  const pages = useImportRows(batch.id, { fate, kept });
  const { decide, choose } = useImportActs();
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
  const heard = (answer: Answer<unknown>) => {
    hear(answer);
    // The button that was pressed goes with its row.
    if (answer.kind === 'done') place.current?.focus();
  };
  const about = { id: batch.id, expectedVersion: batch.version };
  const acts: RowActs = {
    rows: pages.nodes,
    decide: async (lines, decision, targetId) =>
      heard(await decide.send({ input: { ...about, lines, decision, targetId: targetId ?? null } })),
    choose: async (lines, { field, words }, actorId) => heard(await choose.send({ input: { ...about, lines, field, words, actorId } })),
  };
  if (pages.error) return <ErrorNotice error={pages.error} onRetry={() => void pages.refresh()} />;
  if (pages.loading) return <Loading />;
  return (
    <>
      {said}
      {asks && fate === 'DUPLICATE' && pages.nodes.length > 0 ? (
        <div className="import-all">
          <Button
            small
            busy={decide.busy}
            onClick={() =>
              acts.decide(
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
        {pages.nodes.length === 0 ? (
          <p>{t('import.none')}</p>
        ) : (
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
                line: (
                  <span className="import-line">
                    <span className="import-line__word">{t('import.line')} </span>
                    {row.line}
                  </span>
                ),
                label: row.label ? <span className="kn-strong">{row.label}</span> : <em>{t('import.nameless')}</em>,
                fate: <span className={`import-mark import-mark--${row.fate.toLowerCase()}`}>{t(`import.fates.${row.fate}`)}</span>,
                detail: <ImportRowDetail row={row} kind={batch.kind} acts={asks ? acts : null} />,
              },
            }))}
          />
        )}
      </div>
      <MorePages pages={pages} />
    </>
  );
}
