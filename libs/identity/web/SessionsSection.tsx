import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, Section, Tag, useAnswerToast } from '@knotenpunkt/webkit/ui';
import type { OwnAccount } from './useOwnAccount';

const END_SESSION = graphql(`
  mutation EndOwnSession($input: EndOwnSessionInput!) {
    endOwnSession(input: $input) {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const END_OTHERS = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ... on AccountChanged {
        newRecoveryCodes
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Where somebody is signed in; what is not theirs, or no longer needed, they end. */
export function SessionsSection({ account, onChanged }: { account: OwnAccount; onChanged: () => void }) {
  const t = useMessages('identity');
  const format = useFormat();
  const { timeZone } = useRegion();
  const end = useMutationAnswer(END_SESSION);
  const endOthers = useMutationAnswer(END_OTHERS);
  const tell = useAnswerToast('identity');
  const deviceOf = ({ browser, system }: OwnAccount['sessions'][number]) =>
    browser && system ? t('security.device', { browser, system }) : (browser ?? system ?? t('security.deviceUnknown'));
  const others = account.sessions.filter(({ current }) => !current);
  return (
    <Section
      title={t('security.sessions')}
      explanation={t('security.sessionsLead')}
      beside={
        others.length > 0 ? (
          <Button
            small
            busy={endOthers.busy}
            onClick={() =>
              void endOthers.send({}).then((answer) => {
                tell(answer, t('security.othersEnded'));
                onChanged();
              })
            }
          >
            {t('security.endOthers')}
          </Button>
        ) : undefined
      }
    >
      <EntryList label={t('security.sessions')}>
        {account.sessions.map((session) => (
          <Entry
            key={session.id}
            title={deviceOf(session)}
            beside={
              session.current ? (
                <Tag>{t('security.thisSession')}</Tag>
              ) : (
                <Button
                  small
                  aria-label={t('security.endSessionOf', { device: deviceOf(session) })}
                  onClick={() =>
                    void end.send({ input: { id: session.id } }).then((answer) => {
                      tell(answer, t('security.sessionEnded'));
                      onChanged();
                    })
                  }
                >
                  {t('security.endSession')}
                </Button>
              )
            }
            meta={t('security.sessionMeta', {
              since: format.moment(session.since, timeZone),
              used: format.moment(session.usedAt, timeZone),
            })}
          />
        ))}
      </EntryList>
      {others.length === 0 ? <p className="kn-muted">{t('security.onlyThis')}</p> : null}
    </Section>
  );
}
