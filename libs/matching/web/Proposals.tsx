import { useCompetences } from '@knotenpunkt/actors/web';
import { readFragment } from '@knotenpunkt/webkit/contract';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, KindMark, Section, Tag } from '@knotenpunkt/webkit/ui';
import { REASON_PARTS, ReasonLine } from './ReasonLine';
import { TablePicture } from './TablePicture';
import type { Proposal } from './useProposals';
import './matching.css';

export interface ProposalsProps {
  proposals: readonly Proposal[];
  isTaken: (proposal: Proposal) => boolean;
  onTake: (proposal: Proposal) => void;
}

/** Several tables side by side: who, what is covered and missing, what is new in it; one click begins with one of them. */
export function Proposals({ proposals, isTaken, onTake }: ProposalsProps) {
  const t = useMessages('matching');
  const format = useFormat();
  const [first] = proposals;
  if (!first) return null;
  const share = first.share === null ? null : t('proposals.share', { share: format.percent(Math.floor(first.share * 100) / 100) });
  return (
    <Section title={t('proposals.title')} explanation={t('proposals.explanation')}>
      <ul className="matching-proposals" aria-label={t('proposals.title')}>
        {proposals.map((proposal, at) => (
          <ProposalCard key={at} proposal={proposal} number={at + 1} taken={isTaken(proposal)} onTake={() => onTake(proposal)} />
        ))}
      </ul>
      <details className="matching-proposals__how">
        <summary>{t('proposals.how')}</summary>
        <p>
          {t('proposals.howText')} {first.exact ? t('proposals.exact') : share}
        </p>
      </details>
    </Section>
  );
}

function ProposalCard({ proposal, number, taken, onTake }: { proposal: Proposal; number: number; taken: boolean; onTake: () => void }) {
  const t = useMessages('matching');
  const format = useFormat();
  const { members, benches, ties, emphasis } = proposal;
  const bridges = readFragment(REASON_PARTS, proposal.bridges);
  const empty = benches.reduce((sum, bench) => sum + Math.max(0, bench.minimum - bench.taken), 0);
  return (
    <li className={taken ? 'matching-proposal matching-proposal--taken' : 'matching-proposal'}>
      <h3 className="matching-proposal__title">
        <span>{t('proposals.one', { number: format.number(number) })}</span> <Tag>{t(`proposals.${emphasis}`)}</Tag>
      </h3>
      <TablePicture members={members} empty={empty} ties={ties} bridges={bridges.map(pairOf)} />
      <ul className="matching-proposal__members" aria-label={t('proposals.members', { count: members.length })}>
        {members.map(({ id, kind, shortName }) => (
          <li key={id}>
            <KindMark kind={kind} size={14} /> {shortName}
          </li>
        ))}
      </ul>
      <Covered proposal={proposal} />
      <p>
        {t('proposals.ties', { count: ties.length })} {bridges[0] ? <ReasonLine reason={bridges[0]} /> : t('proposals.noBridge')}
      </p>
      <div className="matching-proposal__act">
        {taken ? (
          <p className="kn-strong">{t('proposals.taken')}</p>
        ) : (
          <Button small aria-label={t('proposals.takeOne', { number: format.number(number) })} onClick={onTake}>
            {t('proposals.take')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What a table covers, in part or not at all, and the benches that stay empty. */
export function Covered({ proposal: { coverage, benches } }: { proposal: Pick<Proposal, 'coverage' | 'benches'> }) {
  const t = useMessages('matching');
  const format = useFormat();
  const language = useLanguage();
  const catalogue = useCompetences();
  const named = (worth: number) =>
    coverage.filter((one) => one.worth === worth).map(({ competence }) => catalogue?.label(competence, language) ?? competence);
  const short = benches.filter(({ taken, minimum }) => taken < minimum);
  const missing = [...named(0), ...short.map(({ kind }) => t(`themes:benches.${kind}`))];
  const partly = named(0.5);
  const covered = named(1).length;
  return (
    <p>
      {coverage.length > 0 ? `${t('proposals.covered', { covered: format.number(covered), all: format.number(coverage.length) })} ` : null}
      {partly.length > 0 ? `${t('proposals.partly', { names: format.list(partly) })} ` : null}
      {missing.length > 0 ? (
        <span className="kn-due">{t('proposals.missing', { names: format.list(missing) })} </span>
      ) : partly.length === 0 ? (
        t('proposals.complete')
      ) : null}
      {short.some(({ employeesSide }) => employeesSide) ? <span className="kn-due">{t('proposals.employeesMissing')}</span> : null}
    </p>
  );
}

function pairOf({ evidence }: { evidence: readonly { type: string; id: string }[] }): { a: string; b: string } {
  const [first, second] = evidence.filter(({ type }) => type === 'ACTOR');
  return { a: first?.id ?? '', b: second?.id ?? '' };
}
