import { useState } from 'react';
import { useOwnActors } from '@knotenpunkt/actors/web';
import { STATEMENT_LIMITS, type Stand } from '@knotenpunkt/alliances/domain';
import { checkText } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorSummary, Fields, TextArea, TextButton, useAnswerToast, useForm } from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import type { ShownStatement } from '../useAllianceWork';

const ANSWER = graphql(`
  mutation AnswerAllianceStatement($input: AnswerAllianceStatementInput!) {
    answerAllianceStatement(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawAllianceStatement($input: AllianceStatementVersionInput!) {
    withdrawAllianceStatement(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface StandActsProps {
  alliance: ShownAlliance;
  statement: ShownStatement;
  onReplace: () => void;
  onChange: () => void;
}

/** What the reader's organisations may say of a statement, and what its writer may do with it. */
export function StandActs({ alliance, statement, onReplace, onChange }: StandActsProps) {
  const t = useMessages('alliances');
  const tell = useAnswerToast('alliances');
  const [answering, withdrawing] = [useMutationAnswer(ANSWER), useMutationAnswer(WITHDRAW)];
  const [objecting, object] = useState<string | null>(null);
  const own = (useOwnActors()?.actors ?? []).filter(({ id }) => statement.answerableFor.includes(id));
  const about = { id: statement.id, allianceId: alliance.id, expectedVersion: statement.version };
  const may = (action: string) => statement.availableActions.includes(action);
  const say = async (actorId: string, stand: Stand, note: string) => {
    const answer = await answering.send({ input: { ...about, actorId, stand, note } });
    tell(answer, t('work.said'));
    onChange();
    return answer;
  };
  const withdraw = async () => {
    tell(await withdrawing.send({ input: about }), t('work.takenBack'));
    onChange();
  };
  const standOf = (actorId: string) => statement.stands.find((each) => each.actorId === actorId)?.stand;
  return (
    <>
      {own.map(({ id, name }) => {
        const label = (key: string) => ({ 'aria-label': t(`work.acts.${key}For`, { name }) });
        return (
          <span key={id} className="alliances-stand-acts">
            {own.length > 1 ? <strong>{name}: </strong> : null}
            {standOf(id) === 'AGREED' ? null : (
              <TextButton {...label('agree')} onClick={() => void say(id, 'AGREED', '')}>
                {t('work.acts.agree')}
              </TextButton>
            )}
            {standOf(id) === 'ABSTAINED' ? null : (
              <TextButton {...label('abstain')} onClick={() => void say(id, 'ABSTAINED', '')}>
                {t('work.acts.abstain')}
              </TextButton>
            )}
            {standOf(id) === 'OBJECTED' ? null : (
              <TextButton {...label('object')} onClick={() => object(id)}>
                {t('work.acts.object')}
              </TextButton>
            )}
          </span>
        );
      })}
      {may('replaceAllianceStatement') ? <TextButton onClick={onReplace}>{t('work.acts.replace')}</TextButton> : null}
      {may('withdrawAllianceStatement') ? <TextButton onClick={() => void withdraw()}>{t('work.acts.withdraw')}</TextButton> : null}
      {objecting ? (
        <ObjectionDialog
          busy={answering.busy}
          onClose={() => object(null)}
          onSend={async (note) => {
            const answer = await say(objecting, 'OBJECTED', note);
            if (answer.kind === 'done') object(null);
          }}
        />
      ) : null}
    </>
  );
}

function ObjectionDialog({ busy, onClose, onSend }: { busy: boolean; onClose: () => void; onSend: (note: string) => Promise<void> }) {
  const t = useMessages('alliances');
  const form = useForm({
    room: 'alliances',
    initial: { note: '' },
    check: ({ note }) => {
      const checked = checkText('note', note, { max: STATEMENT_LIMITS.note });
      return [checked.ok ? null : checked.refusal];
    },
  });
  return (
    <Dialog
      open
      title={t('work.objection.title')}
      onClose={onClose}
      onSubmit={form.submit(({ note }) => onSend(note))}
      foot={<DialogFoot send={t('work.objection.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('work.objection.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <TextArea label={t('work.objection.note')} rows={3} max={STATEMENT_LIMITS.note} {...form.field('note')} />
      </Fields>
    </Dialog>
  );
}
