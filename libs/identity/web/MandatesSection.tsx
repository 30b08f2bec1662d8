import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import { MANDATE_ROLES, type MandateRole } from '@knotenpunkt/identity/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  Dialog,
  EmptyState,
  Entry,
  EntryList,
  ErrorSummary,
  Fields,
  Section,
  Select,
  showToast,
  TextButton,
  TextField,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';

const MANDATES = graphql(`
  query MandatesOfActor($actorId: ID!) {
    mandatesOfActor(actorId: $actorId) {
      id
      version
      role
      fromOn
      untilOn
      personName
      email
    }
  }
`);

const GRANT = graphql(`
  mutation GrantMandate($input: GrantMandateInput!) {
    grantMandate(input: $input) {
      ... on PersonMandate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const END = graphql(`
  mutation EndMandate($input: EndMandateInput!) {
    endMandate(input: $input) {
      ... on PersonMandate {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Who acts for an organisation, with giving and ending mandates; for its administrators and the coordination. */
export function MandatesSection({ actorId, actorName }: { actorId: string; actorName: string }) {
  const t = useMessages('identity');
  const format = useFormat();
  const today = useToday();
  const { data, refetch } = useQuery(MANDATES, { variables: { actorId } });
  const end = useMutationAnswer(END);
  const tell = useAnswerToast('identity');
  const [granting, setGranting] = useState(false);

  const endMandate = async (id: string, expectedVersion: number) => {
    tell(await end.send({ input: { id, expectedVersion } }), t('mandates.ended'));
    await refetch();
  };

  return (
    <Section
      title={t('mandates.of', { actor: actorName })}
      beside={<TextButton onClick={() => setGranting(true)}>{t('mandates.grant')}</TextButton>}
    >
      {data?.mandatesOfActor.length === 0 ? <EmptyState>{t('mandates.none')}</EmptyState> : null}
      <EntryList label={t('mandates.title')}>
        {(data?.mandatesOfActor ?? []).map((mandate) => (
          <Entry
            key={mandate.id}
            title={mandate.personName}
            beside={
              mandate.untilOn ? null : (
                <Button
                  small
                  onClick={() => void endMandate(mandate.id, mandate.version)}
                  aria-label={t('mandates.endOf', { name: mandate.personName })}
                >
                  {t('mandates.end')}
                </Button>
              )
            }
            meta={format.period({ date: mandate.fromOn }, mandate.untilOn ? { date: mandate.untilOn } : null, today)}
          >
            {t(`roles.${mandate.role}`)} · {mandate.email}
          </Entry>
        ))}
      </EntryList>
      {granting ? (
        <GrantDialog
          actorId={actorId}
          actorName={actorName}
          onClose={() => {
            setGranting(false);
            void refetch();
          }}
        />
      ) : null}
    </Section>
  );
}

function GrantDialog({ actorId, actorName, onClose }: { actorId: string; actorName: string; onClose: () => void }) {
  const t = useMessages('identity');
  const today = useToday();
  const grant = useMutationAnswer(GRANT);
  const [id] = useState(() => newId());
  const form = useForm({ room: 'identity', initial: { name: '', email: '', role: 'DELEGATE' as MandateRole, fromOn: today, untilOn: '' } });
  const send = form.submit(async (values) => {
    const answer = await grant.send({ input: { id, actorId, actorName, ...values, untilOn: values.untilOn || null } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('mandates.granted', { name: values.name }) });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('mandates.grant')}
      onClose={onClose}
      onSubmit={() => send()}
      foot={
        <Button kind="primary" type="submit" busy={grant.busy}>
          {t('mandates.grant')}
        </Button>
      }
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <TextField label={t('mandates.name')} autoComplete="off" {...form.field('name')} />
        <TextField label={t('mandates.email')} type="email" {...form.field('email')} />
        <Select
          label={t('mandates.role')}
          hint={t(`roleHints.${form.values.role}`)}
          options={MANDATE_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          {...form.field('role')}
        />
        <DateField label={t('mandates.from')} {...form.field('fromOn')} />
        <DateField label={t('mandates.until')} optional {...form.field('untilOn')} />
      </Fields>
    </Dialog>
  );
}
