import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useMutationAnswer, useQuery, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  ErrorNotice,
  FactList,
  FormFoot,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
  TextField,
  useRefusals,
} from '@knotenpunkt/webkit/ui';
import { NewPasswordForm } from './NewPasswordForm';
import { acceptWithNewAccount, restartAt } from './session';
import { useViewer } from './useViewer';

const INVITATION = graphql(`
  query OpenedInvitation($token: String!) {
    openedInvitation(token: $token) {
      actorName
      invitedByName
      name
      email
      role
      fromOn
      untilOn
      endsOn
      handsOver
      hasAccount
      isYours
    }
  }
`);

const ACCEPT = graphql(`
  mutation AcceptMandateInvitation($input: InvitationAnswerInput!) {
    acceptMandateInvitation(input: $input) {
      ... on MandateInvitation {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DECLINE = graphql(`
  mutation DeclineMandateInvitation($input: InvitationAnswerInput!) {
    declineMandateInvitation(input: $input) {
      ... on MandateInvitation {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Opened = NonNullable<ResultOf<typeof INVITATION>['openedInvitation']>;

/** Kept for this tab while somebody signs in: the way there forgets what stood behind `#`. */
const KEPT = 'knotenpunkt:invitation';

function tokenOf(hash: string): string {
  const token = hash.slice(1);
  if (token) sessionStorage.setItem(KEPT, token);
  return token || (sessionStorage.getItem(KEPT) ?? '');
}

/** `/einladung#<token>`: what one is invited to, and the answer. */
export function InvitationPage() {
  const t = useMessages('identity');
  const token = tokenOf(useLocation().hash);
  const { data, error, refetch } = useQuery(INVITATION, token ? { variables: { token }, fetchPolicy: 'network-only' } : skipToken);
  const [answered, setAnswered] = useState<{ yes: boolean; actor: string } | null>(null);
  const invitation = token ? data?.openedInvitation : null;
  const forget = (yes: boolean, actor: string) => {
    sessionStorage.removeItem(KEPT);
    setAnswered({ yes, actor });
  };
  return (
    <Page narrow>
      <PageHeader title={t('invitation.title')} explanation={invitation && !answered ? <Lead invitation={invitation} /> : undefined} />
      {answered ? (
        <div role="status">
          <Notice
            tone="kept"
            ways={
              answered.yes ? (
                <Button kind="primary" onClick={() => restartAt('/anmelden')}>
                  {t('acting.signIn')}
                </Button>
              ) : (
                <LinkButton to="/">{t('invitation.toStart')}</LinkButton>
              )
            }
          >
            {answered.yes ? t('invitation.accepted', { actor: answered.actor }) : t('invitation.declined')}
          </Notice>
        </div>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : invitation === undefined ? (
        <Loading />
      ) : invitation === null ? (
        <EmptyState step={<LinkButton to="/">{t('invitation.toStart')}</LinkButton>}>{t('invitation.ended')}</EmptyState>
      ) : (
        <Answering invitation={invitation} token={token} onAnswered={forget} />
      )}
    </Page>
  );
}

function Lead({ invitation: { invitedByName: by, actorName: actor, handsOver } }: { invitation: Opened }) {
  const t = useMessages('identity');
  if (!by) return t('invitation.leadNobody', { actor });
  return t(handsOver ? 'invitation.handover' : 'invitation.lead', { by, actor });
}

interface AnsweringProps {
  invitation: Opened;
  token: string;
  onAnswered: (yes: boolean, actor: string) => void;
}

function Answering({ invitation, token, onAnswered }: AnsweringProps) {
  const t = useMessages('identity');
  const format = useFormat();
  const today = useToday();
  const viewer = useViewer();
  const sentence = useRefusals('identity');
  const accept = useMutationAnswer(ACCEPT);
  const decline = useMutationAnswer(DECLINE);
  const [problem, setProblem] = useState<string | null>(null);
  const { role, fromOn, untilOn, email, endsOn, hasAccount, isYours, actorName } = invitation;
  const answerBy = async (way: typeof accept | typeof decline, yes: boolean) => {
    const answer = await way.send({ input: { token } });
    if (answer.kind === 'refused') setProblem(sentence(answer.refusal));
    if (answer.kind === 'done') onAnswered(yes, actorName);
  };
  const facts = [
    { term: t('invitation.role'), value: `${t(`roles.${role}`)}. ${t(`roleHints.${role}`)}` },
    { term: t('invitation.period'), value: format.period({ date: fromOn }, untilOn ? { date: untilOn } : null, today) },
    { term: t('invitation.goesTo'), value: email },
    { term: t('invitation.answerUntil'), value: format.date(endsOn) },
  ];
  const fault = accept.fault ?? decline.fault;
  const no = (
    <Button busy={decline.busy} onClick={() => void answerBy(decline, false)}>
      {t('invitation.decline')}
    </Button>
  );
  const signedIn = viewer !== null && viewer.personId !== null;
  return (
    <>
      <FactList facts={facts} />
      <div role="alert">{problem ? <Notice tone="error">{problem}</Notice> : null}</div>
      {fault ? <ErrorNotice error={fault} /> : null}
      {isYours ? (
        <FormFoot>
          <Button kind="primary" busy={accept.busy} onClick={() => void answerBy(accept, true)}>
            {t('invitation.accept')}
          </Button>
          {no}
        </FormFoot>
      ) : signedIn ? (
        <Notice tone="due" ways={no}>
          {t('invitation.other', { email })}
        </Notice>
      ) : hasAccount ? (
        <Notice
          ways={
            <>
              <LinkButton kind="primary" to="/anmelden?zurueck=/einladung">
                {t('invitation.signIn')}
              </LinkButton>
              {no}
            </>
          }
        >
          {t('invitation.signInLead')}
        </Notice>
      ) : (
        <WithNewAccount invitation={invitation} token={token} no={no} />
      )}
    </>
  );
}

function WithNewAccount({ invitation, token, no }: { invitation: Opened; token: string; no: ReactNode }) {
  const t = useMessages('identity');
  const [name, setName] = useState(invitation.name);
  return (
    <Section title={t('register.title')} explanation={t('invitation.newLead')}>
      <TextField
        id="name"
        name="name"
        label={t('invitation.name')}
        autoComplete="name"
        value={name}
        onChange={setName}
        error={name.trim() === '' ? t('invitation.nameMissing') : undefined}
      />
      <NewPasswordForm
        label={t('invitation.password')}
        submit={t('invitation.acceptNew')}
        send={(password) => acceptWithNewAccount(token, name, password)}
        onDone={() => {
          sessionStorage.removeItem(KEPT);
          restartAt('/');
        }}
      />
      <FormFoot>
        {no}
        <Link to="/anmelden?zurueck=/einladung">{t('signIn.submit')}</Link>
      </FormFoot>
    </Section>
  );
}
