import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, DialogFoot, LinkButton, showToast, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { CallOffDialog, ConcludeDialog } from './EndDialog';
import { FormAllianceDialog } from './FormAllianceDialog';
import type { ShownAlliance } from './useAlliance';

const ACTIVATE = graphql(`
  mutation ActivateAlliance($input: AllianceVersionInput!) {
    activateAlliance(input: $input) {
      ... on Alliance {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const DISCARD = graphql(`
  mutation DiscardAllianceDraft($input: AllianceVersionInput!) {
    discardAllianceDraft(input: $input) {
      ... on Alliance {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What keeps it from being formed only until something is said about it, in the dialog that forms it. */
const SAID_WHEN_FORMED = ['BENCH_EMPTY', 'EMPLOYEES_SIDE_UNANSWERED'];

/** What the viewer may do with the alliance as a whole; nothing for all others. */
export function AllianceActs({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const tell = useAnswerToast('alliances');
  const activate = useMutationAnswer(ACTIVATE);
  const [open, show] = useState<'form' | 'conclude' | 'callOff' | 'discard' | null>(null);
  const discarding = useMutationAnswer(DISCARD);
  const navigate = useNavigate();
  const may = (action: string) => alliance.availableActions.includes(action);
  // While answers are missing the main act of the page is to answer.
  const formable = !alliance.formationRefusal || SAID_WHEN_FORMED.includes(alliance.formationRefusal.code);
  const builder = `/allianzen/bauen/${alliance.challenge?.slug ?? ''}?allianz=${alliance.slug}`;
  const done = () => {
    show(null);
    onChange();
  };
  const discard = async () => {
    const answer = await discarding.send({ input: { id: alliance.id, expectedVersion: alliance.version } });
    if (answer.kind !== 'done') return tell(answer, 'page.acts.discarded');
    showToast({ text: t('page.acts.discarded') });
    await navigate('/allianzen');
  };
  return (
    <>
      {may('discardAllianceDraft') ? (
        <Button kind="plain" onClick={() => show('discard')}>
          {t('page.acts.discard')}
        </Button>
      ) : null}
      {may('callOffAlliance') ? (
        <Button kind="plain" onClick={() => show('callOff')}>
          {t('page.acts.callOff')}
        </Button>
      ) : null}
      {may('reviseAlliance') ? <LinkButton to={builder}>{t('page.acts.revise')}</LinkButton> : null}
      {may('concludeAlliance') ? <Button onClick={() => show('conclude')}>{t('page.acts.conclude')}</Button> : null}
      {may('changeAllianceDraft') ? (
        <LinkButton kind="primary" to={builder}>
          {t('page.acts.continueDraft')}
        </LinkButton>
      ) : null}
      {may('formAlliance') ? (
        <Button kind={formable ? 'primary' : 'secondary'} onClick={() => show('form')}>
          {t('page.acts.form')}
        </Button>
      ) : null}
      {may('activateAlliance') ? (
        <Button
          kind="primary"
          busy={activate.busy}
          onClick={() =>
            void activate.send({ input: { id: alliance.id, expectedVersion: alliance.version } }).then((answer) => {
              tell(answer, t('page.acts.activated'));
              onChange();
            })
          }
        >
          {t('page.acts.activate')}
        </Button>
      ) : null}
      {open === 'form' ? <FormAllianceDialog alliance={alliance} onClose={() => show(null)} onDone={done} /> : null}
      {open === 'discard' ? (
        <Dialog
          open
          title={t('page.acts.discard')}
          onClose={() => show(null)}
          onSubmit={() => void discard()}
          foot={<DialogFoot send={t('page.acts.discard')} busy={discarding.busy} onClose={() => show(null)} />}
        >
          <p>{t('page.acts.discardText')}</p>
        </Dialog>
      ) : null}
      {open === 'callOff' ? <CallOffDialog alliance={alliance} onClose={() => show(null)} onDone={done} /> : null}
      {open === 'conclude' ? <ConcludeDialog alliance={alliance} onClose={() => show(null)} onDone={done} /> : null}
    </>
  );
}
