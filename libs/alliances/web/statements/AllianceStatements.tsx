import { useState } from 'react';
import type { StatementKind } from '@knotenpunkt/alliances/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, EntryList, Section, TextButton } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import type { ShownStatement, ShownWork } from '../useAllianceWork';
import { StatementDialog } from './StatementDialog';
import { StatementEntry } from './StatementEntry';

interface AllianceStatementsProps {
  alliance: ShownAlliance;
  work: ShownWork;
  kinds: readonly StatementKind[];
  title: string;
  explanation: string;
  onChange: () => void;
}

/** What of these kinds is written down, and the way to write more. Visitors see nothing where nothing is public. */
export function AllianceStatements({ alliance, work, kinds, title, explanation, onChange }: AllianceStatementsProps) {
  const t = useMessages('alliances');
  const [writing, write] = useState<{ kind: StatementKind; replaces: ShownStatement | null } | null>(null);
  const working = alliance.state === 'FORMED' || alliance.state === 'ACTIVE';
  const enterable = kinds.filter((kind) => working || kind === 'RESULT' || kind === 'LESSON');
  const may = work.availableActions.includes('enterAllianceStatement') && enterable.length > 0;
  const shown = work.statements.filter(({ kind }) => kinds.includes(kind));
  if (shown.length === 0 && !may) return null;
  return (
    <Section
      title={title}
      explanation={explanation}
      beside={
        may ? (
          <span className="alliances-enter">
            {enterable.map((kind) => (
              <TextButton key={kind} onClick={() => write({ kind, replaces: null })}>
                {t(`work.enter.${kind}`)}
              </TextButton>
            ))}
          </span>
        ) : null
      }
    >
      {shown.length === 0 ? <EmptyState>{t(`work.empty.${kinds[0]!}`)}</EmptyState> : null}
      <EntryList label={title}>
        {shown.map((statement) => (
          <StatementEntry
            key={statement.id}
            alliance={alliance}
            statement={statement}
            all={work.statements}
            onReplace={() => write({ kind: statement.kind, replaces: statement })}
            onChange={onChange}
          />
        ))}
      </EntryList>
      {writing ? <StatementDialog alliance={alliance} work={work} {...writing} onClose={() => write(null)} onDone={onChange} /> : null}
    </Section>
  );
}
