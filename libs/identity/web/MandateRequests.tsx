import { useState } from 'react';
import { Link } from 'react-router';
import type { MandateRole } from '@knotenpunkt/identity/domain';
import { newId } from '@knotenpunkt/kernel';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, Section, Select, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useViewer } from './useViewer';
import './identity.css';

const REQUESTS = graphql(`
  query MandateRequests {
    mandateRequests {
      id
      version
      name
      email
      askedOn
      actor {
        id
        name
        slug
      }
    }
  }
`);

const GRANT = graphql(`
  mutation GrantRequestedMandate($input: GrantRequestedMandateInput!) {
    grantRequestedMandate(input: $input) {
      ... on MandateRequest {
        id
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REFUSE = graphql(`
  mutation RefuseMandateRequest($input: RefuseMandateRequestInput!) {
    refuseMandateRequest(input: $input) {
      ... on MandateRequest {
        id
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Request = ResultOf<typeof REQUESTS>['mandateRequests'][number];

/** Roles that can be given to somebody who asks; who else acts is then still decided by those who do so now. */
const ROLES: readonly MandateRole[] = ['DELEGATE', 'SUBSTITUTE', 'EDITOR', 'ADMINISTRATOR'];

/** Who waits for a mandate, for those who decide on it; nothing where nobody waits. */
export function MandateRequests() {
  const t = useMessages('identity');
  const viewer = useViewer();
  const decides = viewer?.coordinator || viewer?.platformAdministrator || viewer?.mandates.some(({ role }) => role === 'ADMINISTRATOR');
  const { data, refetch } = useQuery(REQUESTS, decides ? { fetchPolicy: 'cache-and-network' } : skipToken);
  const requests = data?.mandateRequests ?? [];
  if (requests.length === 0) return null;
  return (
    <Section title={t('mandateRequests.title')} explanation={t('mandateRequests.explanation')}>
      <EntryList label={t('mandateRequests.title')}>
        {requests.map((request) => (
          <RequestEntry key={request.id} request={request} onChange={() => void refetch()} />
        ))}
      </EntryList>
    </Section>
  );
}

function RequestEntry({ request, onChange }: { request: Request; onChange: () => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const granting = useMutationAnswer(GRANT);
  const refusing = useMutationAnswer(REFUSE);
  const tell = useAnswerToast('identity');
  const [role, setRole] = useState<MandateRole>('DELEGATE');
  const [mandateId] = useState(() => newId());
  const { id, version: expectedVersion, name, email, askedOn, actor } = request;
  const of = { name, actor: actor?.name ?? '' };
  const grant = async () => {
    tell(await granting.send({ input: { id, expectedVersion, mandateId, role } }), t('mandateRequests.granted', of));
    onChange();
  };
  const refuse = async () => {
    tell(await refusing.send({ input: { id, expectedVersion } }), t('mandateRequests.refused', of));
    onChange();
  };
  return (
    <Entry
      title={t('mandateRequests.wants', of)}
      meta={
        <>
          <a href={`mailto:${email}`}>{email}</a> · {t('mandateRequests.askedOn', { date: format.date(askedOn) })}
          {actor ? (
            <>
              {' '}
              · <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>
            </>
          ) : null}
        </>
      }
      actions={
        <>
          <Button small busy={granting.busy} onClick={() => void grant()} aria-label={t('mandateRequests.grantFor', of)}>
            {t('mandateRequests.grant')}
          </Button>
          <Button small kind="plain" busy={refusing.busy} onClick={() => void refuse()} aria-label={t('mandateRequests.refuseFor', of)}>
            {t('mandateRequests.refuse')}
          </Button>
        </>
      }
    >
      <div className="identity-role">
        <Select
          id={`role-${id}`}
          name="role"
          label={t('mandates.role')}
          value={role}
          onChange={(chosen) => setRole(chosen as MandateRole)}
          options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      </div>
    </Entry>
  );
}
