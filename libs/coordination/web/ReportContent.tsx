import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section, Table } from '@knotenpunkt/webkit/ui';
import type { ShownReport } from './useReport';

type ShownSection = ShownReport['sections'][number];

/** What the report says, as it stands in the files; every figure is a link to its list. */
export function ReportContent({ report: { title, about, sections } }: { report: ShownReport }) {
  return (
    <div className="report-content">
      <Section title={title}>
        {about.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Section>
      {sections.map((section) => (
        <ReportPart key={section.name} section={section} />
      ))}
    </div>
  );
}

function ReportPart({ section: { title, paragraphs, figures, table, more } }: { section: ShownSection }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const columns = (table?.columns ?? []).map((label, at) => ({ id: String(at), label }));
  return (
    <Section title={title}>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul className="report-figures" aria-label={t('reportPage.figuresOf', { title })}>
        {figures.map(({ list, value, label, address }) => (
          <li key={list}>
            <Link to={address}>
              <span className="report-figures__value">{format.number(value)}</span> <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {table ? (
        <Table
          caption={title}
          stacked
          columns={columns}
          rows={table.rows.map((row, at) => ({
            id: String(at),
            cells: Object.fromEntries(
              row.map(({ text, address }, column) => [String(column), address ? <Link to={address}>{text}</Link> : text]),
            ),
          }))}
        />
      ) : null}
      {more?.address ? (
        <p>
          <Link to={more.address}>{more.text}</Link>
        </p>
      ) : null}
    </Section>
  );
}
