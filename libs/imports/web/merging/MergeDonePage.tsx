import { useState } from 'react';
import { useParams } from 'react-router';
import { dayIn, isId } from '@knotenpunkt/kernel';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, EmptyState, ErrorNotice, FactList, LinkButton, Loading, Notice, Section } from '@knotenpunkt/webkit/ui';
import { MERGE_PARTS } from '@knotenpunkt/actors/domain';
import { useAnswerSentence } from '../useAnswerSentence';
import { MergingPage } from './MergingPage';
import { KindCounts } from './KindCounts';
import { isSaid, PartWords } from './PartWords';
import { useActorMerge, useForgetting, useMergeActs, type Merge, type Side } from './useMerging';

/** `/koordination/zusammengefuehrt/<id>`: what became one, what went along, and the one click that takes it back. */
export function MergeDonePage() {
  const t = useMessages('imports');
  const { id = '' } = useParams();
  if (!isId(id)) return <Missing title={t('merging.title')} />;
  return <Shown id={id} />;
}

function Missing({ title }: { title: string }) {
  const t = useMessages('imports');
  return (
    <MergingPage below title={title}>
      <EmptyState step={<LinkButton to="/koordination/doppelte">{t('merging.toList')}</LinkButton>}>{t('merging.mergeGone')}</EmptyState>
    </MergingPage>
  );
}

function Shown({ id }: { id: string }) {
  const t = useMessages('imports');
  const format = useFormat();
  const { timeZone } = useRegion();
  const { shown, error, refresh } = useActorMerge(id);
  if (shown === null) return <Missing title={t('merging.title')} />;
  if (!shown)
    return (
      <MergingPage below title={t('merging.title')}>
        {error ? <ErrorNotice error={error} onRetry={refresh} /> : <Loading />}
      </MergingPage>
    );
  const { merge, kept, merged } = shown;
  const day = format.date(dayIn(new Date(merge.mergedAt), timeZone));
  return (
    <MergingPage
      below
      title={t('merging.mergeTitle', { kept: merge.keptName, merged: merge.mergedName })}
      explanation={t('merging.mergeExplanation', { day })}
    >
      {merge.undoneAt ? <Undone merge={merge} /> : null}
      <div className="merging-acts">
        {kept ? <LinkButton to={`/akteure/${kept.slug}`}>{t('merging.toEntry')}</LinkButton> : null}
        {merge.availableActions.includes('unmergeActors') ? <UndoButton merge={merge} /> : null}
      </div>
      <Section title={t('merging.movedTitle')}>
        {merge.moved.length === 0 ? <p>{t('merging.movedNone')}</p> : <KindCounts counts={merge.moved} />}
      </Section>
      <Section title={t('merging.tookTitle')}>
        <p>{merge.takes.length === 0 ? t('merging.tookNone') : format.list(merge.takes.map((part) => t(`merging.parts.${part}`)))}</p>
      </Section>
      {merged ? (
        <Section title={t('merging.wasTitle')}>
          <AsItWas side={merged} />
        </Section>
      ) : null}
    </MergingPage>
  );
}

function AsItWas({ side }: { side: Side }) {
  const t = useMessages('imports');
  return (
    <FactList
      facts={MERGE_PARTS.filter((part) => isSaid(side, part)).map((part) => ({
        term: t(`merging.parts.${part}`),
        value: <PartWords side={side} part={part} />,
      }))}
    />
  );
}

function Undone({ merge }: { merge: Merge }) {
  const t = useMessages('imports');
  const format = useFormat();
  const all = merge.leftKinds.length === 0 && merge.leftParts.length === 0;
  return (
    <div role="status">
      <Notice tone={all ? 'plain' : 'due'} title={t('merging.undoneTitle')}>
        {all ? (
          <p>{t('merging.undoneAll')}</p>
        ) : (
          <>
            <p>{t('merging.leftLead')}</p>
            {merge.leftParts.length > 0 ? <p>{format.list(merge.leftParts.map((part) => t(`merging.parts.${part}`)))}</p> : null}
            <KindCounts counts={merge.leftKinds} />
          </>
        )}
      </Notice>
    </div>
  );
}

function UndoButton({ merge }: { merge: Merge }) {
  const t = useMessages('imports');
  const forget = useForgetting();
  const { unmerge } = useMergeActs();
  const { said, hear } = useAnswerSentence();
  const [open, setOpen] = useState(false);
  const send = async () => {
    const answer = await unmerge.send({ input: { id: merge.id, expectedVersion: merge.version } });
    hear(answer);
    if (answer.kind !== 'done') return;
    setOpen(false);
    forget(merge.keptId, merge.mergedId);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('merging.undo')}</Button>
      <Dialog
        open={open}
        title={t('merging.undoTitle')}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('webkit:actions.cancel')}</Button>
            <Button kind="danger" busy={unmerge.busy} onClick={() => void send()}>
              {t('merging.undo')}
            </Button>
          </>
        }
      >
        <p>{t('merging.undoText')}</p>
        {said}
      </Dialog>
    </>
  );
}
