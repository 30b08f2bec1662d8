import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { FactLine, Section, Table } from '@knotenpunkt/webkit/ui';
import { useNoteSentence } from './useNoteSentence';
import type { ReadName, ShownRow } from './useThreadList';

/** Every row with what was read of it. */
export function ListRows({ rows }: { rows: readonly ShownRow[] }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const column = (name: 'title' | 'nextStep' | 'followUpOn' | 'owner') => ({ id: name, label: t(`list.columns.${name}`) });
  return (
    <Section title={t('list.allTitle')}>
      <Table
        stacked
        caption={t('list.allTitle')}
        columns={[
          { id: 'number', label: t('list.rowTitle') },
          column('title'),
          column('nextStep'),
          column('followUpOn'),
          column('owner'),
          { id: 'fate', label: t('list.rowFate') },
        ]}
        rows={rows.map((row) => ({
          id: String(row.number),
          cells: {
            number: <span className="list-number">{row.number}</span>,
            title: <Topic row={row} />,
            nextStep: <Step row={row} />,
            followUpOn: row.followUpOn ? format.shortDate(row.followUpOn) : null,
            owner: <Hands row={row} />,
            fate: <Fate row={row} />,
          },
        }))}
      />
    </Section>
  );
}

/** A name that was recognised as it is called here, else as it was written. */
function Name({ read }: { read: ReadName }) {
  return read.id ? read.name : <span className="list-unknown">{read.text}</span>;
}

function Topic({ row: { title, subject, actors } }: { row: ShownRow }) {
  const t = useMessages('coordination');
  return (
    <div className="list-cell">
      <span className="kn-strong">{title}</span>
      {subject ? (
        <span className="list-quiet">
          {subject.type ? `${t(`list.subjects.${subject.type}`)}: ` : null}
          <Name read={subject} />
        </span>
      ) : null}
      {actors.length > 0 ? (
        <span className="list-quiet">
          <FactLine
            parts={actors.map((read, index) => (
              <Name key={index} read={read} />
            ))}
          />
        </span>
      ) : null}
    </div>
  );
}

function Hands({ row: { owner, deputy } }: { row: ShownRow }) {
  return (
    <div className="list-cell">
      {owner?.id ? <span>{owner.name}</span> : null}
      {deputy?.id ? <span className="list-quiet">{deputy.name}</span> : null}
    </div>
  );
}

function Step({ row: { nextStep, stepActor } }: { row: ShownRow }) {
  const t = useMessages('coordination');
  return (
    <div className="list-cell">
      {nextStep === '' ? <span className="list-quiet">{t('list.noStep')}</span> : <span>{nextStep}</span>}
      {stepActor ? (
        <span className="list-quiet">
          <Name read={stepActor} />
        </span>
      ) : null}
    </div>
  );
}

function Fate({ row: { fate, notes } }: { row: ShownRow }) {
  const t = useMessages('coordination');
  const sentenceOf = useNoteSentence();
  return (
    <div className="list-cell">
      <span className={`list-fate list-fate--${fate.toLowerCase()}`}>{t(`list.fates.${fate}`)}</span>
      {fate === 'EXAMPLE' || fate === 'TWICE'
        ? null
        : notes.map((note) => (
            <span key={`${note.column} ${note.code} ${sentenceOf(note)}`} className="list-quiet">
              {sentenceOf(note)}
            </span>
          ))}
    </div>
  );
}
