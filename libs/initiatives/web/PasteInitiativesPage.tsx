import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useCompetences, useOwnActors, type OwnActor } from '@knotenpunkt/actors/web';
import { readInitiativeTable, TABLE_COLUMNS, type PastedRow, type PastedTable } from '@knotenpunkt/initiatives/domain';
import { newId } from '@knotenpunkt/kernel';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  Column,
  EmptyState,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  StateMark,
  Table,
  TextArea,
  useRefusals,
} from '@knotenpunkt/webkit/ui';
import { pastedCells } from './pastedCells';
import { REGISTER } from './registerInitiative';
import './initiatives.css';

/** Beyond this nobody pastes a table by hand. */
const LONGEST_PASTE = 200_000;

/** `/vorhaben/einfuegen`: many Vorhaben at once, from a table; first it is shown what would be entered. */
export function PasteInitiativesPage() {
  const t = useMessages('initiatives');
  const own = useOwnActors();
  const leads = own?.actors.filter(({ decides }) => decides) ?? [];
  return (
    <Page>
      <PageHeader
        title={t('paste.title')}
        explanation={t('paste.explanation')}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/vorhaben' }]} />}
      />
      {own === null ? <Loading /> : null}
      {own && leads.length === 0 ? (
        <EmptyState step={own.signedIn ? null : <LinkButton to="/anmelden?zurueck=/vorhaben/einfuegen">{t('form.signIn')}</LinkButton>}>
          {t('form.onlyMembers')}
        </EmptyState>
      ) : null}
      {leads.length > 0 ? <Paste leads={leads} /> : null}
    </Page>
  );
}

function read(text: string, known: Parameters<typeof readInitiativeTable>[1]): PastedTable | null {
  try {
    return text.trim() === '' ? null : readInitiativeTable(pastedCells(text), known);
  } catch {
    return { columns: [], rows: [], leftOut: 0 };
  }
}

/** What became of a row: entered under this address, or refused. */
type Outcome = { slug: string } | { refusal: string };

function Paste({ leads }: { leads: OwnActor[] }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const sentence = useRefusals('initiatives');
  const catalogue = useCompetences();
  const { send } = useMutationAnswer(REGISTER);
  const [leadId, setLead] = useState(leads[0]!.id);
  const [way, setWay] = useState<'IDEA' | 'BEGUN'>('BEGUN');
  const [text, setText] = useState('');
  const [done, setDone] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const [busy, setBusy] = useState(false);
  const table = useMemo(() => read(text, catalogue ?? { has: () => true }), [text, catalogue]);
  // The same row keeps its id: entered twice it is one Vorhaben.
  const ids = useMemo(() => new Map(table?.rows.map(({ line }) => [line, newId()])), [table]);
  const good = table?.rows.filter(({ refusals }) => refusals.length === 0) ?? [];
  const waiting = good.filter(({ line }) => !('slug' in (done.get(line) ?? {})));
  const enter = async () => {
    setBusy(true);
    for (const row of waiting) {
      const answer = await send({ input: { id: ids.get(row.line)!, leadId, begun: way === 'BEGUN', ...row.text } });
      const outcome: Outcome =
        answer.kind === 'done'
          ? { slug: answer.value.slug }
          : { refusal: answer.kind === 'refused' ? sentence(answer.refusal) : t('paste.failed') };
      setDone((before) => new Map(before).set(row.line, outcome));
      if (answer.kind === 'failed') break;
    }
    setBusy(false);
  };
  const entered = good.length - waiting.length;
  return (
    <Column>
      <Fields>
        {leads.length > 1 ? (
          <Select
            id="paste-lead"
            name="lead"
            label={t('form.leadBy')}
            value={leadId}
            onChange={setLead}
            options={leads.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextArea
          id="paste-rows"
          name="rows"
          label={t('paste.rows')}
          hint={t('paste.rowsHint', { columns: TABLE_COLUMNS.map((column) => t(`paste.columns.${column}`)).join(', ') })}
          rows={8}
          max={LONGEST_PASTE}
          value={text}
          onChange={(next) => {
            setText(next);
            setDone(new Map());
          }}
        />
        <RadioGroup<'IDEA' | 'BEGUN'>
          id="paste-way"
          name="way"
          label={t('form.way')}
          value={way}
          onChange={setWay}
          choices={(['BEGUN', 'IDEA'] as const).map((value) => ({
            value,
            label: t(`form.ways.${value}`),
            hint: t(`form.ways.${value}Hint`),
          }))}
        />
      </Fields>
      {table ? (
        <Section
          title={t('paste.preview')}
          explanation={t('paste.counts', { good: format.number(good.length), bad: format.number(table.rows.length - good.length) })}
        >
          {table.leftOut > 0 ? <Notice tone="due">{t('paste.leftOut', { count: table.leftOut })}</Notice> : null}
          {table.rows.length === 0 ? <p className="kn-explanation">{t('paste.nothing')}</p> : <Preview rows={table.rows} done={done} />}
          <div role="status">
            {busy ? <Loading label={t('paste.entering')} progress={{ done: entered, total: good.length }} /> : null}
            {!busy && entered > 0 ? <Notice tone="kept">{t('paste.entered', { count: entered })}</Notice> : null}
          </div>
          {waiting.length > 0 ? (
            <FormFoot>
              <Button kind="primary" busy={busy} onClick={() => void enter()}>
                {t('paste.enter', { count: waiting.length })}
              </Button>
            </FormFoot>
          ) : null}
        </Section>
      ) : null}
    </Column>
  );
}

function Preview({ rows, done }: { rows: readonly PastedRow[]; done: ReadonlyMap<number, Outcome> }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const today = useToday();
  const sentence = useRefusals('initiatives');
  const stateOf = ({ line, refusals }: PastedRow) => {
    const outcome = done.get(line);
    if (outcome && 'slug' in outcome) return <StateMark state="kept">{t('paste.isEntered')}</StateMark>;
    if (outcome) return <StateMark state="overdue">{outcome.refusal}</StateMark>;
    if (refusals.length === 0) return <StateMark state="open">{t('paste.isReady')}</StateMark>;
    return (
      <ul className="initiatives-refusals">
        {refusals.map((refusal, at) => (
          <li key={at}>
            <strong>{t(`paste.columns.${refusal.field as PastedColumn}`)}:</strong> {sentence(refusal)}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <Table
      caption={t('paste.preview')}
      stacked
      columns={[
        { id: 'title', label: t('paste.columns.title') },
        { id: 'kind', label: t('paste.columns.kind') },
        { id: 'period', label: t('paste.period') },
        { id: 'state', label: t('paste.state') },
      ]}
      rows={rows.map((row) => {
        const { title, summary, kind, startOn, startPrecision, endOn, endPrecision } = row.text;
        const outcome = done.get(row.line);
        const name = title.trim() || t('paste.unnamed', { line: row.line });
        return {
          id: String(row.line),
          cells: {
            title: (
              <>
                {outcome && 'slug' in outcome ? <Link to={`/vorhaben/${outcome.slug}`}>{name}</Link> : name}
                <span className="initiatives-pasted-summary">{summary}</span>
              </>
            ),
            kind: t(`kinds.${kind}`),
            period: format.period(
              startOn ? { date: startOn, precision: startPrecision } : null,
              endOn ? { date: endOn, precision: endPrecision } : null,
              today,
            ),
            state: stateOf(row),
          },
        };
      })}
    />
  );
}

type PastedColumn = (typeof TABLE_COLUMNS)[number];
