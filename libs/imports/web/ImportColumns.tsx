import { useState } from 'react';
import { FIELDS, wrongFields } from '@knotenpunkt/imports/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ACTOR_KINDS, Button, Notice, Section, Select, Table, useRefusals, type AnyRefusal } from '@knotenpunkt/webkit/ui';
import { DiscardButton } from './DiscardButton';
import { useAnswerSentence } from './useAnswerSentence';
import { useImportActs, type Batch, type ImportColumn } from './useImport';

export interface ImportColumnsProps {
  batch: Batch;
  columns: readonly ImportColumn[];
  onBegun: () => void;
  onGone: () => void;
}

/** What each column means: a table of lists, in the order of the keyboard. */
export function ImportColumns({ batch, columns, onBegun, onGone }: ImportColumnsProps) {
  const t = useMessages('imports');
  const tKinds = useMessages('themes');
  const sentence = useRefusals('imports');
  const { match } = useImportActs();
  const { said, hear } = useAnswerSentence();
  const [fields, setFields] = useState(() => columns.map(({ field }) => field ?? ''));
  const [defaultKind, setDefaultKind] = useState(batch.defaultKind);
  const [wrong, setWrong] = useState<AnyRefusal | null>(null);
  const known = FIELDS[batch.kind];
  const nameOf = (at: number) => columns[at]!.header || t('import.columnNumber', { number: at + 1 });

  const send = async () => {
    const refused = wrongFields(
      batch.kind,
      fields.map((field) => field || null),
      columns.length,
    );
    setWrong(refused);
    if (refused) return;
    const answer = await match.send({ input: { id: batch.id, expectedVersion: batch.version, fields, defaultKind } });
    hear(answer);
    if (answer.kind === 'done') onBegun();
  };

  return (
    <Section title={t('import.columnsTitle')} explanation={t('import.columnsExplanation')} beside={batch.fileName}>
      <div className="import-columns">
        <Table
          stacked
          caption={t('import.columnsTitle')}
          columns={[
            { id: 'column', label: t('import.column') },
            { id: 'samples', label: t('import.samples') },
            { id: 'meaning', label: t('import.meaning') },
          ]}
          rows={columns.map(({ samples }, at) => ({
            id: String(at),
            cells: {
              column: nameOf(at),
              samples: <span className="import-samples">{samples.slice(0, 3).join(' · ')}</span>,
              meaning: (
                <select
                  className="kn-input import-meaning"
                  aria-label={t('import.meaningOf', { column: nameOf(at) })}
                  value={fields[at] ?? ''}
                  onChange={({ target }) => setFields(fields.map((field, index) => (index === at ? target.value : field)))}
                >
                  <option value="">{t('import.noMeaning')}</option>
                  {known.map((field) => (
                    <option key={field} value={field} disabled={fields.includes(field) && fields[at] !== field}>
                      {t(`import.fields.${field}`)}
                    </option>
                  ))}
                </select>
              ),
            },
          }))}
        />
        {batch.kind === 'ACTORS' ? (
          <Select
            id="import-default-kind"
            name="defaultKind"
            label={t('import.defaultKind')}
            value={defaultKind}
            onChange={setDefaultKind}
            options={ACTOR_KINDS.map((kind) => ({ value: kind as string, label: tKinds(`legend.${kind}`) }))}
          />
        ) : null}
        <p className="kn-meta">{t(batch.kind === 'ACTORS' ? 'import.contactHint' : 'import.namedHint')}</p>
        {wrong ? (
          <div role="alert">
            <Notice tone="error">{sentence(wrong)}</Notice>
          </div>
        ) : null}
        {said}
        <div className="import-acts">
          <Button kind="primary" busy={match.busy} onClick={() => void send()}>
            {t('import.compare')}
          </Button>
          <DiscardButton batch={batch} onGone={onGone} />
        </div>
      </div>
    </Section>
  );
}
