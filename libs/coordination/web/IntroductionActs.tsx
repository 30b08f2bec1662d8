import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { ConcludeIntroductionDialog } from './ConcludeIntroductionDialog';
import { MeetingDialog } from './MeetingDialog';
import { ReviseIntroductionDialog } from './ReviseIntroductionDialog';
import type { ShownIntroduction } from './useIntroductions';

const WITHDRAW = graphql(`
  mutation WithdrawIntroduction($input: IntroductionVersionInput!) {
    withdrawIntroduction(input: $input) {
      ... on Introduction {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What a dialog of an introduction's page needs. */
export interface IntroductionDialogProps {
  introduction: ShownIntroduction;
  onClose: () => void;
  onDone: () => void;
}

/** What the viewer may do with the introduction as a whole. */
export function IntroductionActs({ introduction, onChange }: { introduction: ShownIntroduction; onChange: () => void }) {
  const t = useMessages('coordination');
  const tell = useAnswerToast('coordination');
  const withdraw = useMutationAnswer(WITHDRAW);
  const [open, show] = useState<'revise' | 'meeting' | 'conclude' | null>(null);
  const may = (action: string) => introduction.availableActions.includes(action);
  const dialog = {
    introduction,
    onClose: () => show(null),
    onDone: () => {
      show(null);
      onChange();
    },
  };
  const takeBack = async () => {
    tell(await withdraw.send({ input: { id: introduction.id, expectedVersion: introduction.version } }), t('introductions.page.withdrawn'));
    onChange();
  };
  return (
    <>
      {may('withdrawIntroduction') ? (
        <Button busy={withdraw.busy} onClick={() => void takeBack()}>
          {t('introductions.page.withdraw')}
        </Button>
      ) : null}
      {may('reviseIntroduction') ? (
        <Button kind="primary" onClick={() => show('revise')}>
          {t('introductions.page.revise')}
        </Button>
      ) : null}
      {may('concludeIntroduction') ? (
        <Button kind={may('reportMeeting') ? 'secondary' : 'primary'} onClick={() => show('conclude')}>
          {t('introductions.page.conclude')}
        </Button>
      ) : null}
      {may('reportMeeting') ? (
        <Button kind="primary" onClick={() => show('meeting')}>
          {t('introductions.page.met')}
        </Button>
      ) : null}
      {open === 'revise' ? <ReviseIntroductionDialog {...dialog} /> : null}
      {open === 'meeting' ? <MeetingDialog {...dialog} /> : null}
      {open === 'conclude' ? <ConcludeIntroductionDialog {...dialog} /> : null}
    </>
  );
}
