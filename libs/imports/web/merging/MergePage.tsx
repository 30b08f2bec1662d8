import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isId, newId } from '@knotenpunkt/kernel';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  ErrorNotice,
  FormFoot,
  KindMark,
  LinkButton,
  Loading,
  ProvenanceNote,
  RadioGroup,
  Section,
  showToast,
} from '@knotenpunkt/webkit/ui';
import { useAnswerSentence } from '../useAnswerSentence';
import { MergingPage } from './MergingPage';
import { KindCounts } from './KindCounts';
import { isSaid, PartWords } from './PartWords';
import { useForgetting, useMergeActs, useMergePreview, type Part, type Preview, type Side } from './useMerging';

/** `/koordination/zusammenfuehren?eins=…&zwei=…`: two entries side by side; `bleibt` says which of them stays. */
export function MergePage() {
  const t = useMessages('imports');
  const [address] = useSearchParams();
  const [one, other] = [address.get('eins') ?? '', address.get('zwei') ?? ''];
  return (
    <MergingPage below title={t('merging.pageTitle')} explanation={t('merging.pageExplanation')}>
      {isId(one) && isId(other) ? <Asked one={one} other={other} keptId={address.get('bleibt')} /> : <Gone />}
    </MergingPage>
  );
}

function Gone() {
  const t = useMessages('imports');
  return <EmptyState step={<LinkButton to="/koordination/doppelte">{t('merging.toList')}</LinkButton>}>{t('merging.gone')}</EmptyState>;
}

function Asked({ one, other, keptId }: { one: string; other: string; keptId: string | null }) {
  const { preview, error, refresh } = useMergePreview(one, other, keptId !== null && isId(keptId) ? keptId : null);
  if (preview) return <SideBySide key={`${preview.kept.id} ${preview.kept.version} ${preview.merged.version}`} preview={preview} />;
  if (error) return <ErrorNotice error={error} onRetry={refresh} />;
  return preview === null ? <Gone /> : <Loading />;
}

function SideBySide({ preview }: { preview: Preview }) {
  const t = useMessages('imports');
  const format = useFormat();
  const navigate = useNavigate();
  const forget = useForgetting();
  const { kept, merged, apart, fuller, moves } = preview;
  const [takes, setTakes] = useState<readonly Part[]>(fuller);
  const [id] = useState(() => newId());
  const { merge } = useMergeActs();
  const { said, hear } = useAnswerSentence();
  const [open, alone] = [apart.filter((part) => isSaid(merged, part)), apart.filter((part) => !isSaid(merged, part))];
  const choose = (part: Part, from: 'kept' | 'merged') =>
    setTakes(apart.filter((each) => (each === part ? from === 'merged' : takes.includes(each))));
  const send = async () => {
    const input = { id, keptId: kept.id, keptVersion: kept.version, mergedId: merged.id, mergedVersion: merged.version, takes: [...takes] };
    const answer = await merge.send({ input });
    hear(answer);
    if (answer.kind !== 'done') return;
    showToast({ text: t('merging.merged', { name: kept.name }) });
    await navigate(`/koordination/zusammengefuehrt/${id}`);
    forget(kept.id, merged.id);
  };
  return (
    <>
      <Section title={t('merging.staysTitle')}>
        <div className="merging-sides">
          <SideCard side={kept} word={t('merging.stays')} strong />
          <SideCard side={merged} word={t('merging.goes')} />
        </div>
        <Link className="merging-swap" to={`?eins=${kept.id}&zwei=${merged.id}&bleibt=${merged.id}`} replace preventScrollReset>
          {t('merging.swap', { name: merged.name })}
        </Link>
      </Section>
      <Section title={t('merging.choiceTitle')}>
        {apart.length === 0 ? <p>{t('merging.choiceNone')}</p> : null}
        {alone.length > 0 ? (
          <p className="kn-meta merging-note">
            {t('merging.alone', { name: kept.name, parts: format.list(alone.map((part) => t(`merging.parts.${part}`))) })}
          </p>
        ) : null}
        {open.map((part) => (
          <div key={part} className="merging-choice">
            <RadioGroup
              id={`merging-${part}`}
              name={part}
              label={t(`merging.parts.${part}`)}
              value={takes.includes(part) ? 'merged' : 'kept'}
              onChange={(from) => choose(part, from)}
              choices={[
                { value: 'kept' as const, label: <PartWords side={kept} part={part} />, hint: t('merging.ofKept', { name: kept.name }) },
                {
                  value: 'merged' as const,
                  label: <PartWords side={merged} part={part} />,
                  hint: t('merging.ofMerged', { name: merged.name }),
                },
              ]}
            />
          </div>
        ))}
      </Section>
      <Section title={t('merging.movesTitle')}>
        {moves.length === 0 ? <p>{t('merging.movesNone')}</p> : <p>{t('merging.movesLead', { from: merged.name, to: kept.name })}</p>}
        <KindCounts counts={moves} />
        <p className="kn-meta merging-note">{t('merging.consequences')}</p>
        {said}
        <FormFoot>
          <Button kind="primary" busy={merge.busy} onClick={() => void send()}>
            {t('merging.merge')}
          </Button>
          <LinkButton to="/koordination/doppelte">{t('merging.toList')}</LinkButton>
        </FormFoot>
      </Section>
    </>
  );
}

function SideCard({ side, word, strong = false }: { side: Side; word: string; strong?: boolean }) {
  const format = useFormat();
  const tActors = useMessages('actors');
  return (
    <div className={strong ? 'merging-side merging-side--stays' : 'merging-side'}>
      <div className="merging-side__name">
        <KindMark kind={side.kind} size={18} />
        <Link to={`/akteure/${side.slug}`} target="_blank">
          {side.name}
        </Link>
      </div>
      <div className="kn-meta">{word}</div>
      {side.provenance === 'ENTERED' ? (
        <span className="kn-meta">
          {side.confirmedOn ? tActors('profile.confirmed', { date: format.date(side.confirmedOn) }) : tActors('profile.neverConfirmed')}
        </span>
      ) : (
        <ProvenanceNote kind={side.provenance} source={side.sourceNote ?? undefined} />
      )}
    </div>
  );
}
