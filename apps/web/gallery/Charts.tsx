import { BarChart, MarkList, MatrixChart, TimeChart } from '@knotenpunkt/webkit/charts';
import { useFormat } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';
import { Specimen } from './Specimen';

const MONTHS = Array.from({ length: 18 }, (_, at) => new Date(Date.UTC(2025, 6 + at, 28)).toISOString().slice(0, 10));
const TIES = MONTHS.map((day, at) => ({ day, value: Math.round(40 + at * 6 + 9 * Math.sin(at)) }));
const NEW = MONTHS.map((day, at) => ({ day, value: Math.round(10 + 6 * Math.cos(at)) }));
const MARKS = [
  { day: '2025-11-12', label: 'Werkstatt „Schichten besetzen“' },
  { day: '2026-05-04', label: 'Woche der Arbeit' },
  { day: '2026-05-06', label: 'Plenum' },
];
const KINDS = ['ADMINISTRATION', 'COMPANY', 'UNION', 'SCIENCE'];
const LABELS = ['Verwaltung', 'Wirtschaft', 'Gewerkschaften', 'Wissenschaft'];

export function Charts() {
  const format = useFormat();
  return (
    <>
      <Specimen title="Verlauf mit Marken">
        <TimeChart
          title="Beziehungen"
          description="So viele Paare von Akteuren arbeiten zusammen."
          series={[{ id: 'ties', label: 'Beziehungen', values: TIES }]}
          marks={MARKS}
          whole
          say={(value) => format.number(value)}
        />
        <MarkList marks={MARKS} days={MONTHS} />
      </Specimen>
      <Specimen title="Verlauf mit zwei Linien">
        <TimeChart
          title="Neu und verblasst"
          description="In den letzten 30 Tagen begonnen; unter einem Viertel ihrer Stärke."
          series={[
            { id: 'new', label: 'neu', values: NEW },
            { id: 'ties', label: 'verblasst', values: TIES },
          ]}
          say={(value) => format.number(value)}
        />
      </Specimen>
      <Specimen title="Balken">
        <BarChart
          title="Wer zwischen anderen steht"
          description="Anteil der kürzesten Wege, die über diesen Akteur führen."
          columns={{ label: 'Akteur', value: 'Anteil' }}
          bars={LABELS.map((label, at) => ({ id: KINDS[at]!, label, value: 0.4 / (at + 1), hatched: at === 2 }))}
          say={(value) => format.percent(value)}
        />
      </Specimen>
      <Specimen title="Matrix">
        <MatrixChart
          title="Bänke"
          description="Beziehungen zwischen den Arten von Akteuren."
          items={KINDS.map((id, at) => ({ id, label: LABELS[at]!, mark: <KindMark kind={id} size={18} /> }))}
          values={[
            [3, 12, 0, 5],
            [12, 27, 4, 9],
            [0, 4, 1, 0],
            [5, 9, 0, 2],
          ]}
          sayCell={(one, other, value) => `${one} und ${other}: ${value} Beziehungen`}
        />
      </Specimen>
    </>
  );
}
