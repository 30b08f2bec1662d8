import { useState } from 'react';
import { FATES, IMPORT_LIMITS } from '@knotenpunkt/imports/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Notice, Section, TextField } from '@knotenpunkt/webkit/ui';
import { DiscardButton } from './DiscardButton';
import { ImportRows } from './ImportRows';
import { useAnswerSentence } from './useAnswerSentence';
import { useImportActs, type Batch, type Fate } from './useImport';

export interface ImportCheckProps {
  batch: Batch;
  onColumns: () => void;
  onGone: () => void;
}

/** The difference: how many rows of each kind, as figures and as a bar, and the rows behind each figure. */
export function ImportCheck({ batch, onColumns, onGone }: ImportCheckProps) {
  const t = useMessages('imports');
  const countOf = (fate: Fate) => batch.counts.find((each) => each.fate === fate)?.count ?? 0;
  const unanswered = batch.counts.reduce((sum, each) => sum + each.unanswered, 0);
  const [fate, setFate] = useState<Fate | null>(
    () => FATES.find((each) => ['DUPLICATE', 'CONFLICT', 'BAD'].includes(each) && countOf(each) > 0) ?? null,
  );
  return (
    <>
      <Section title={t('import.checkTitle')} beside={batch.fileName}>
        <p role="status">
          {t('import.sum', { count: batch.rows })} {unanswered > 0 ? t('import.unanswered', { count: unanswered }) : null}
        </p>
        <Bar batch={batch} />
        <div className="import-filter" role="group" aria-label={t('import.filter')}>
          <FilterButton label={t('import.all')} count={batch.rows} pressed={fate === null} onClick={() => setFate(null)} />
          {FATES.map((each) => (
            <FilterButton
              key={each}
              fate={each}
              label={t(`import.fates.${each}`)}
              count={countOf(each)}
              pressed={fate === each}
              onClick={() => setFate(each)}
            />
          ))}
        </div>
        {fate === null ? null : <p className="kn-meta">{t(`import.fateHints.${fate}`)}</p>}
        <ImportRows key={fate} batch={batch} fate={fate} />
      </Section>
      <Commit batch={batch} writable={countOf('NEW') + countOf('CHANGED')} unanswered={unanswered} onColumns={onColumns} onGone={onGone} />
    </>
  );
}

interface FilterButtonProps {
  fate?: Fate;
  label: string;
  count: number;
  pressed: boolean;
  onClick: () => void;
}

function FilterButton({ fate, label, count, pressed, onClick }: FilterButtonProps) {
  const format = useFormat();
  return (
    <button type="button" className="import-figure" aria-pressed={pressed} onClick={onClick}>
      <span className="import-figure__count">{format.number(count)}</span>
      <span className={fate ? `import-mark import-mark--${fate.toLowerCase()}` : undefined}>{label}</span>
    </button>
  );
}

/** Shares of the rows; the figures beside it say the same. */
function Bar({ batch }: { batch: Batch }) {
  const t = useMessages('imports');
  const format = useFormat();
  const words = batch.counts.map(({ fate, count }) => `${t(`import.fates.${fate}`)}: ${format.number(count)}`);
  return (
    <svg
      className="import-bar"
      role="img"
      aria-label={`${t('import.bar')}: ${format.list(words)}`}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
    >
      {FATES.map((fate, at) => {
        const before = FATES.slice(0, at).reduce((sum, each) => sum + (batch.counts.find((one) => one.fate === each)?.count ?? 0), 0);
        const count = batch.counts.find((one) => one.fate === fate)?.count ?? 0;
        const all = Math.max(1, batch.rows);
        return (
          <rect
            key={fate}
            className={`import-bar__${fate.toLowerCase()}`}
            x={(before / all) * 100}
            width={(count / all) * 100}
            y="0"
            height="4"
          />
        );
      })}
    </svg>
  );
}

function Commit({ batch, writable, onColumns, onGone, unanswered }: ImportCheckProps & { writable: number; unanswered: number }) {
  const t = useMessages('imports');
  const { commit } = useImportActs();
  const { said, hear } = useAnswerSentence();
  const [source, setSource] = useState(batch.fileName.replace(/\.[a-z]{2,4}$/i, ''));
  const send = async () => hear(await commit.send({ input: { id: batch.id, expectedVersion: batch.version, sourceNote: source } }));
  const left = batch.rows - writable - (batch.counts.find(({ fate }) => fate === 'SAME')?.count ?? 0);
  return (
    <Section title={t('import.commitTitle')}>
      <div className="import-commit">
        {writable > 0 ? (
          <TextField
            id="import-source"
            name="sourceNote"
            label={t('import.source')}
            hint={t('import.sourceHint', { max: IMPORT_LIMITS.sourceNote })}
            value={source}
            onChange={setSource}
          />
        ) : (
          <Notice>{t(unanswered > 0 ? 'import.nothingYet' : 'import.nothing')}</Notice>
        )}
        {left > 0 ? <p>{t('import.left', { count: left })}</p> : null}
        {said}
        <div className="import-acts">
          {writable > 0 ? (
            <Button kind="primary" busy={commit.busy} onClick={() => void send()}>
              {t('import.commit', { count: writable })}
            </Button>
          ) : null}
          <Button onClick={onColumns}>{t('import.again')}</Button>
          <DiscardButton batch={batch} onGone={onGone} />
        </div>
      </div>
    </Section>
  );
}
