import { useState } from 'react';
import { ROW_FATES, type ListColumn } from '@knotenpunkt/coordination/domain';
import type { Answer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, ErrorNotice, FactLine, Notice, Section, useRefusals } from '@knotenpunkt/webkit/ui';
import { ListNames } from './ListNames';
import { ListRows } from './ListRows';
import { useNoteSentence } from './useNoteSentence';
import type { ShownList, ShownRow } from './useThreadList';

export interface ListPreviewProps {
  list: ShownList;
  take: (chosen: ReadonlyMap<string, string>) => Promise<Answer<unknown>>;
  taking: boolean;
}

/** What would become of each row; nothing is made before it is taken over. */
export function ListPreview({ list, take, taking }: ListPreviewProps) {
  const t = useMessages('coordination');
  const format = useFormat();
  const sentence = useRefusals('coordination');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [answer, setAnswer] = useState<Answer<unknown> | null>(null);
  const count = (fate: ShownRow['fate']) => list.rows.filter((row) => row.fate === fate).length;
  const fresh = count('NEW');
  const columns = (names: readonly ListColumn[]) => format.list(names.map((name) => t(`list.columns.${name}`)));
  return (
    <>
      <Section title={t('list.checkTitle')}>
        <p className="list-sum" role="status">
          <FactLine
            parts={[
              t('list.sum', { rows: t('list.rows', { count: list.rows.length }) }),
              ...ROW_FATES.map((fate) => (count(fate) > 0 ? t(`list.counts.${fate}`, { count: count(fate) }) : null)),
            ]}
          />
        </p>
        {list.missing.length > 0 ? <p>{t('list.missing', { columns: columns(list.missing) })}</p> : null}
        {list.ignored.length > 0 ? <p>{t('list.ignored', { columns: format.list(list.ignored) })}</p> : null}
        <div className="list-take">
          {fresh > 0 ? (
            <Button kind="primary" busy={taking} onClick={() => void take(chosen).then(setAnswer)}>
              {t('list.take', { count: fresh })}
            </Button>
          ) : (
            <Notice>{t('list.nothingToTake')}</Notice>
          )}
          {answer?.kind === 'refused' ? (
            <div role="alert">
              <Notice tone="error">{sentence(answer.refusal)}</Notice>
            </div>
          ) : null}
          {answer?.kind === 'failed' ? <ErrorNotice error={answer.fault} /> : null}
        </div>
      </Section>
      <Problems rows={list.rows.filter(({ fate }) => fate === 'PROBLEM')} />
      <ListNames rows={list.rows.filter(({ fate }) => fate === 'NEW')} chosen={chosen} onChange={setChosen} />
      <ListRows rows={list.rows} />
    </>
  );
}

/** Rows that are not taken: where it is, what it is, and how to mend it. */
function Problems({ rows }: { rows: readonly ShownRow[] }) {
  const t = useMessages('coordination');
  const sentenceOf = useNoteSentence();
  if (rows.length === 0) return null;
  return (
    <Section title={t('list.problemsTitle')} explanation={t('list.problemsExplanation')}>
      <EntryList label={t('list.problemsTitle')}>
        {rows.flatMap(({ number, title, notes }) =>
          notes
            .filter(({ isProblem }) => isProblem)
            .map((note) => (
              <Entry
                key={`${number} ${note.column} ${note.code}`}
                title={t('list.at', { number, column: t(`list.columns.${note.column}`) })}
                meta={note.column === 'title' ? null : title}
              >
                {sentenceOf(note)}
              </Entry>
            )),
        )}
      </EntryList>
    </Section>
  );
}
