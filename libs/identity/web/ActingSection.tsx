import { useState } from 'react';
import { isValidOn, mayManageMandates } from '@knotenpunkt/identity/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  Loading,
  Section,
  Tag,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { ChangeMandateDialog } from './ChangeMandateDialog';
import { EndMandateDialog } from './EndMandateDialog';
import { HandOverDialog } from './HandOverDialog';
import { InviteDialog } from './InviteDialog';
import { useActing, type ActingInvitation, type ActingMandate } from './useActing';
import { useViewer } from './useViewer';

const WITHDRAW = graphql(`
  mutation WithdrawMandateInvitation($input: WithdrawMandateInvitationInput!) {
    withdrawMandateInvitation(input: $input) {
      ... on MandateInvitation {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Doing = { what: 'invite' } | { what: 'change' | 'end' | 'leave' | 'handOver'; mandate: ActingMandate };

/** Who acts for an organisation: read by its own people, decided on by its administrators and the coordination. */
export function ActingSection({ actorId, actorName }: { actorId: string; actorName: string }) {
  const t = useMessages('identity');
  const viewer = useViewer();
  const today = useToday();
  const { acting, error, refresh } = useActing(actorId);
  const [doing, setDoing] = useState<Doing | null>(null);
  if (error && !acting) return <ErrorNotice error={error} onRetry={() => void refresh()} />;
  if (!acting || !viewer) return <Loading />;
  const manages = mayManageMandates(viewer, actorId);
  const over = ({ untilOn }: ActingMandate) => untilOn !== null && untilOn !== undefined && untilOn < today;
  const now = acting.mandatesOfActor.filter((mandate) => !over(mandate));
  const earlier = acting.mandatesOfActor.filter(over);
  const close = () => {
    setDoing(null);
    void refresh();
  };
  return (
    <>
      <Section
        title={t('mandates.title')}
        beside={
          manages ? (
            <Button kind="primary" small onClick={() => setDoing({ what: 'invite' })}>
              {t('acting.invite')}
            </Button>
          ) : undefined
        }
      >
        {now.length === 0 ? <EmptyState>{t('mandates.none')}</EmptyState> : null}
        <EntryList label={t('mandates.title')}>
          {now.map((mandate) => (
            <MandateEntry key={mandate.id} mandate={mandate} onDo={(what) => setDoing({ what, mandate })} />
          ))}
        </EntryList>
      </Section>
      {acting.mandateInvitations.length > 0 ? (
        <Section title={t('acting.invitedTitle')} explanation={t('acting.invitedLead')}>
          <EntryList label={t('acting.invitedTitle')}>
            {acting.mandateInvitations.map((invitation) => (
              <InvitationEntry key={invitation.id} invitation={invitation} onChange={() => void refresh()} />
            ))}
          </EntryList>
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section title={t('acting.earlier')}>
          <EntryList label={t('acting.earlier')}>
            {earlier.map((mandate) => (
              <MandateEntry key={mandate.id} mandate={mandate} onDo={() => undefined} />
            ))}
          </EntryList>
        </Section>
      ) : null}
      {doing?.what === 'invite' ? <InviteDialog actorId={actorId} actorName={actorName} onClose={close} /> : null}
      {doing?.what === 'change' ? <ChangeMandateDialog mandate={doing.mandate} onClose={close} /> : null}
      {doing?.what === 'end' || doing?.what === 'leave' ? (
        <EndMandateDialog mandate={doing.mandate} actorName={actorName} own={doing.what === 'leave'} onClose={close} />
      ) : null}
      {doing?.what === 'handOver' ? <HandOverDialog mandate={doing.mandate} onClose={close} /> : null}
    </>
  );
}

function MandateEntry({ mandate, onDo }: { mandate: ActingMandate; onDo: (what: 'change' | 'end' | 'leave' | 'handOver') => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const today = useToday();
  const { personName: name, email, role, fromOn, untilOn, availableActions } = mandate;
  const can = (action: ActingMandate['availableActions'][number]) => availableActions.includes(action);
  const isNow = isValidOn({ fromOn, untilOn: untilOn ?? null }, today);
  return (
    <Entry
      title={name}
      beside={<Tag>{t(`roles.${role}`)}</Tag>}
      meta={format.period({ date: fromOn }, untilOn ? { date: untilOn } : null, today)}
      actions={
        availableActions.length > 0 ? (
          <>
            {can('changeMandate') ? (
              <TextButton onClick={() => onDo('change')} aria-label={t('acting.changeOf', { name })}>
                {t('acting.change')}
              </TextButton>
            ) : null}
            {can('handOver') && isNow ? (
              <TextButton onClick={() => onDo('handOver')} aria-label={t('acting.handOverTo', { name })}>
                {t('acting.handOver')}
              </TextButton>
            ) : null}
            {can('endMandate') ? (
              <TextButton onClick={() => onDo('end')} aria-label={t('mandates.endOf', { name })}>
                {t('mandates.end')}
              </TextButton>
            ) : null}
            {can('leave') ? <TextButton onClick={() => onDo('leave')}>{t('acting.leave')}</TextButton> : null}
          </>
        ) : undefined
      }
    >
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
    </Entry>
  );
}

function InvitationEntry({ invitation, onChange }: { invitation: ActingInvitation; onChange: () => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const withdraw = useMutationAnswer(WITHDRAW);
  const tell = useAnswerToast('identity');
  const { id, version: expectedVersion, name, email, role, endsOn, handsOver } = invitation;
  return (
    <Entry
      title={name}
      beside={<Tag>{t(`roles.${role}`)}</Tag>}
      meta={[handsOver ? t('acting.handoverTo') : null, t('acting.invitedUntil', { day: format.date(endsOn) })].filter(Boolean).join(' · ')}
      actions={
        <TextButton
          aria-label={t('acting.withdrawOf', { name })}
          onClick={() =>
            void withdraw.send({ input: { id, expectedVersion } }).then((answer) => {
              tell(answer, t('acting.withdrawn'));
              onChange();
            })
          }
        >
          {t('acting.withdraw')}
        </TextButton>
      }
    >
      {email}
    </Entry>
  );
}
