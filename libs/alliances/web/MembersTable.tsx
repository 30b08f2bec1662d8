import { ActorLink, useCompetences } from '@knotenpunkt/actors/web';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { CoverageBar, KindMark, Table, TextButton, type Coverage, type TableRow } from '@knotenpunkt/webkit/ui';
import { coverageAt, type TableActor } from './coverage';
import './alliances.css';

export interface MembersTableProps {
  table: readonly TableActor[];
  /** Ids of the competences wanted. */
  wanted: readonly string[];
  /** The one who is being exchanged. */
  chosen: string | null;
  onChoose: (actorId: string) => void;
}

const WORDS: Record<Coverage, string> = { full: 'sumFull', half: 'sumHalf', none: 'sumNone' };

/** Who is to sit at the table and why, and what each one covers of what is needed; the last row is the sum. */
export function MembersTable({ table, wanted, chosen, onChoose }: MembersTableProps) {
  const t = useMessages('alliances');
  const language = useLanguage();
  const format = useFormat();
  const catalogue = useCompetences();
  const sum = coverageAt(table, wanted);
  const covered = wanted.filter((id) => sum[id] === 'full').length;
  const rows: TableRow[] = table.map((actor) => ({
    id: actor.id,
    selected: actor.id === chosen,
    cells: {
      who: (
        <div className="alliances-who">
          <KindMark kind={actor.kind} size={18} />
          <div className="alliances-who__words">
            <div className="alliances-who__name">
              <ActorLink actor={actor} />
            </div>
            <div className="alliances-who__why">{actor.why}</div>
          </div>
        </div>
      ),
      act:
        actor.id === chosen ? (
          <strong>{t('page.build.beingExchanged')}</strong>
        ) : (
          <TextButton aria-label={t('page.build.exchangeOne', { name: actor.name })} onClick={() => onChoose(actor.id)}>
            {t('page.build.exchange')}
          </TextButton>
        ),
      ...Object.fromEntries(wanted.map((id) => [id, <CoverageBar key={id} coverage={actor.covers[id] ?? 'none'} />])),
    },
  }));
  const total: TableRow = {
    id: 'sum',
    total: true,
    cells: {
      who: t('page.build.sum', { covered: format.number(covered), all: format.number(wanted.length) }),
      act: null,
      ...Object.fromEntries(
        wanted.map((id) => [
          id,
          <span key={id} className={sum[id] === 'full' ? 'alliances-sum' : 'alliances-sum kn-due'}>
            {t(`page.build.${WORDS[sum[id]!]}`)}
          </span>,
        ]),
      ),
    },
  };
  return (
    <div className="alliances-members">
      <Table
        caption={t('page.build.membersTable')}
        stacked
        columns={[
          { id: 'who', label: t('page.build.whoAndWhy') },
          { id: 'act', label: <span className="kn-hidden">{t('page.build.exchange')}</span> },
          ...wanted.map((id) => ({ id, label: catalogue?.label(id, language) ?? id, centered: true })),
        ]}
        rows={wanted.length > 0 ? [...rows, total] : rows}
      />
      {wanted.length > 0 ? (
        <ul className="alliances-key" aria-hidden>
          {(['full', 'half', 'none'] as const).map((coverage) => (
            <li key={coverage}>
              <CoverageBar coverage={coverage} silent /> {t(`webkit:coverage.${coverage}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
