import { useState } from 'react';
import { ActionBar, Button, CoverageBar, FactList, KindMark, Legend, StateMark, Table, type TableRow } from '@knotenpunkt/webkit/ui';
import { Specimen } from './Specimen';
import { WORDS } from './words';

const ROWS: TableRow[] = [
  ...WORDS.rows.map(({ id, name, text, until, ties, late }) => ({
    id,
    selected: !late,
    cells: {
      who: (
        <>
          <strong>{name}</strong>
          <br />
          <span className="kn-muted kn-small">{text}</span>
        </>
      ),
      until,
      state: <StateMark state={late ? 'overdue' : 'open'}>{late ? 'seit 12 Tagen' : 'in 7 Tagen'}</StateMark>,
      cover: <CoverageBar coverage={late ? 'half' : 'full'} />,
      ties,
    },
  })),
  { id: 'sum', total: true, cells: { who: 'Abgedeckt: 2 von 2', cover: 'gedeckt', ties: '16' } },
];

function Bars() {
  const [dimmed, setDimmed] = useState<string[]>(['MEDIA']);
  return (
    <>
      <Specimen title="Legende, die filtert">
        <Legend
          title="Wer"
          dimmed={dimmed}
          onChange={setDimmed}
          entries={['ADMINISTRATION', 'COMPANY', 'MEDIA'].map((id, index) => ({
            id,
            mark: <KindMark kind={id} silent />,
            label: ['Verwaltung', 'Wirtschaft', 'Medien'][index]!,
            count: [8, 27, 3][index],
          }))}
        />
      </Specimen>
      <Specimen title="Fuß einer Entscheidung">
        <ActionBar
          explanation="Einladen geht trotzdem. Eine Lücke steht dann öffentlich dabei."
          actions={
            <>
              <Button>Entwurf behalten</Button>
              <Button kind="primary">6 Mitglieder einladen</Button>
            </>
          }
        >
          <strong>6 von 9 Stühlen besetzt.</strong> Es fehlen: Verband, Bildung.
        </ActionBar>
      </Specimen>
    </>
  );
}

export function Tables() {
  return (
    <>
      <Bars />
      <Specimen title="Tabelle" wide>
        <Table
          caption="Wer deckt was?"
          stacked
          columns={[
            { id: 'who', label: 'Wer und warum' },
            { id: 'until', label: 'Bis wann' },
            { id: 'state', label: 'Stand' },
            { id: 'cover', label: 'Springerpool', centered: true },
            { id: 'ties', label: 'Beziehungen', numeric: true },
          ]}
          rows={ROWS}
        />
        <FactList
          facts={[
            { term: 'Ort', value: 'Ostwalden' },
            { term: 'Beschäftigte', value: '160' },
            { term: 'Internet', value: null },
          ]}
        />
      </Specimen>
    </>
  );
}
