import { useState } from 'react';
import { ActorLink, ActorPicker, type OwnActor } from '@knotenpunkt/actors/web';
import { PARTNER_ROLES, type PartnerRole } from '@knotenpunkt/initiatives/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  DialogFoot,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  FactLine,
  Fields,
  Notice,
  ProvenanceNote,
  Section,
  Select,
  showToast,
  TextButton,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownInitiative } from './useInitiative';
import { useTold } from './useTold';

const INVITE = graphql(`
  mutation InvitePartner($input: InvitePartnerInput!) {
    invitePartner(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const ACCEPT = graphql(`
  mutation AcceptInvitation($input: PartnerInput!) {
    acceptInvitation(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const DECLINE = graphql(`
  mutation DeclineInvitation($input: PartnerInput!) {
    declineInvitation(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const LEAVE = graphql(`
  mutation LeaveInitiative($input: PartnerInput!) {
    leaveInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const REMOVE = graphql(`
  mutation RemovePartner($input: PartnerInput!) {
    removePartner(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Props {
  initiative: ShownInitiative;
  own: readonly OwnActor[];
  onChange: () => void;
}

/** Who leads and who takes part; for those concerned also who is asked. */
export function PartnersSection({ initiative, own, onChange }: Props) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const today = useToday();
  const [inviting, invite] = useState(false);
  const leave = useMutationAnswer(LEAVE);
  const remove = useMutationAnswer(REMOVE);
  const tell = useTold(onChange);
  const { lead, leadCertainty, availableActions } = initiative;
  const isOwn = (actorId: string) => own.some(({ id, decides }) => id === actorId && decides);
  const shown = initiative.partners.filter(({ state }) => state !== 'DECLINED' || availableActions.includes('invitePartner'));
  return (
    <Section
      title={t('page.who')}
      beside={
        availableActions.includes('invitePartner') ? (
          <Button small onClick={() => invite(true)}>
            {t('acts.invitePartner')}
          </Button>
        ) : null
      }
    >
      <Invitation initiative={initiative} own={own} onChange={onChange} />
      <EntryList label={t('page.who')}>
        <Entry
          title={<ActorLink actor={lead} marked />}
          meta={
            <FactLine
              parts={[
                t('roles.LEAD'),
                leadCertainty === 'INFERRED' ? <ProvenanceNote key="inferred" kind="INFERRED" /> : null,
                leadCertainty === 'REPORTED' ? t('partnerStates.STATED') : null,
              ]}
            />
          }
        />
        {shown.map(({ actorId, actor, role, state, sinceOn }) => (
          <Entry
            key={actorId}
            title={<ActorLink actor={actor} marked />}
            meta={
              <FactLine
                parts={[
                  t(`roles.${role}`),
                  state === 'ACCEPTED' ? null : t(`partnerStates.${state}`),
                  state === 'ACCEPTED' && sinceOn ? format.period({ date: sinceOn }, null, today) : null,
                ]}
              />
            }
            actions={
              <>
                {state === 'ACCEPTED' && isOwn(actorId) && availableActions.includes('leaveInitiative') ? (
                  <TextButton
                    onClick={() => void leave.send({ input: { id: initiative.id, actorId } }).then((answer) => tell(answer, 'page.left'))}
                  >
                    {t('acts.leaveInitiative')}
                  </TextButton>
                ) : null}
                {(state === 'ACCEPTED' || state === 'INVITED') && availableActions.includes('removePartner') ? (
                  <TextButton
                    aria-label={t('page.removeNamed', { name: actor.name })}
                    onClick={() =>
                      void remove.send({ input: { id: initiative.id, actorId } }).then((answer) => tell(answer, 'page.removed'))
                    }
                  >
                    {t(state === 'INVITED' ? 'page.takeBack' : 'acts.removePartner')}
                  </TextButton>
                ) : null}
              </>
            }
          />
        ))}
      </EntryList>
      {shown.length === 0 ? <p className="kn-muted">{t('page.nobodyYet')}</p> : null}
      {inviting ? <InviteDialog initiative={initiative} onClose={() => invite(false)} onChange={onChange} /> : null}
    </Section>
  );
}

/** What waits for the answer of an organisation one acts for. */
function Invitation({ initiative, own, onChange }: Props) {
  const t = useMessages('initiatives');
  const accept = useMutationAnswer(ACCEPT);
  const decline = useMutationAnswer(DECLINE);
  const tell = useTold(onChange);
  if (!initiative.availableActions.includes('acceptInvitation')) return null;
  const invited = initiative.partners.filter(
    ({ state, actorId }) => state === 'INVITED' && own.some(({ id, decides }) => id === actorId && decides),
  );
  return invited.map(({ actorId, actor }) => (
    <Notice key={actorId} tone="due">
      <p>{t('page.invited', { lead: initiative.lead.name, actor: actor.name })}</p>
      <div className="initiatives-buttons">
        <Button
          kind="primary"
          busy={accept.busy}
          onClick={() => void accept.send({ input: { id: initiative.id, actorId } }).then((answer) => tell(answer, 'page.joined'))}
        >
          {t('acts.acceptInvitation')}
        </Button>
        <Button
          busy={decline.busy}
          onClick={() => void decline.send({ input: { id: initiative.id, actorId } }).then((answer) => tell(answer, 'page.declined'))}
        >
          {t('acts.declineInvitation')}
        </Button>
      </div>
    </Notice>
  ));
}

function InviteDialog({ initiative, onClose, onChange }: { initiative: ShownInitiative; onClose: () => void; onChange: () => void }) {
  const t = useMessages('initiatives');
  const { send, busy, fault } = useMutationAnswer(INVITE);
  const form = useForm({
    room: 'initiatives',
    initial: { actorId: null as string | null, role: 'PARTNER' as PartnerRole },
    check: ({ actorId }) => [actorId === null ? { code: 'PARTNER_UNKNOWN', field: 'actorId' } : null],
  });
  const submit = form.submit(async ({ actorId, role }) => {
    const answer = await send({ input: { id: initiative.id, actorId: actorId!, role } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('page.invitationSent') });
    onChange();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acts.invitePartner')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.sendInvitation')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.inviteText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <ActorPicker
          label={t('page.inviteWhom')}
          {...form.field('actorId')}
          without={[
            initiative.lead.id,
            ...initiative.partners.filter(({ state }) => state === 'ACCEPTED' || state === 'INVITED').map(({ actorId }) => actorId),
          ]}
        />
        <Select
          label={t('page.role')}
          {...form.field('role')}
          onChange={(role) => form.set({ role: role as PartnerRole })}
          options={PARTNER_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      </Fields>
    </Dialog>
  );
}
