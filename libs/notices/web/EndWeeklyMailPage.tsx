import { useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Notice, Page, PageHeader } from '@knotenpunkt/webkit/ui';

const END = graphql(`
  mutation EndWeeklyMail($token: String!) {
    endWeeklyMail(token: $token)
  }
`);

/** `/wochenmail/:token`: one button that ends the weekly mail, without signing in. Programs that only open links end nothing. */
export function EndWeeklyMailPage() {
  const t = useMessages('notices');
  const { token = '' } = useParams();
  const { send, busy, fault } = useMutationAnswer(END);
  const [ended, setEnded] = useState<boolean | null>(null);
  const end = async () => {
    const answer = await send({ token });
    if (answer.kind === 'done') setEnded(answer.value as unknown as boolean);
  };
  return (
    <Page narrow>
      <PageHeader title={t('follow.endTitle')} explanation={t('follow.endText')} />
      {fault ? <ErrorNotice error={fault} /> : null}
      <div role="status">
        {ended === true ? <Notice tone="kept">{t('follow.endDone')}</Notice> : null}
        {ended === false ? <Notice tone="due">{t('follow.endUnknown')}</Notice> : null}
      </div>
      {ended === true ? null : (
        <Button kind="primary" busy={busy} onClick={() => void end()}>
          {t('follow.end')}
        </Button>
      )}
    </Page>
  );
}
