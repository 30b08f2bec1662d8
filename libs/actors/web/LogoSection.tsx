import { useRef, useState } from 'react';
import { LARGEST_LOGO, logoDoor, readLogoFile } from '@knotenpunkt/actors/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { sendFile, useMutationAnswer, type Answer, type Fault, type SendProgress } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  ErrorNotice,
  FileField,
  Loading,
  Section,
  showToast,
  StaleNotice,
  useRefusals,
  type AnyRefusal,
} from '@knotenpunkt/webkit/ui';
import { ActorLogo } from './ActorLogo';
import type { Steckbrief } from './useSteckbrief';
import './actors.css';

const SET = graphql(`
  mutation SetActorLogo($input: SetActorLogoInput!) {
    setActorLogo(input: $input) {
      ... on Actor {
        id
        version
        logo {
          address
          smallAddress
        }
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REMOVE = graphql(`
  mutation RemoveActorLogo($input: RemoveActorLogoInput!) {
    removeActorLogo(input: $input) {
      ... on Actor {
        id
        version
        logo {
          address
          smallAddress
        }
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** A picture that was sent and is shown to nobody yet. */
interface Sent {
  hash: string;
  preview: string;
}

type Changed = Answer<{ version: number }>;

const KINDS = 'image/png,image/jpeg,image/webp,image/gif,image/avif';
const inKilobytes = ({ done, total }: SendProgress) => ({ done: Math.round(done / 1024), total: Math.round(total / 1024) });
const hashIn = (address: string) => readLogoFile(address.split('/').at(-1)!)!.hash;

export interface LogoSectionProps {
  actor: Pick<Steckbrief, 'id' | 'version' | 'logo'>;
  /** Carries out a change that leads the actor on from a version, and is no one else's. */
  around: (version: number, change: () => Promise<Changed>) => Promise<Changed>;
  onStale: () => void;
}

/** The logo on the page that keeps the Steckbrief: choose, look, show; or take away, and back. */
export function LogoSection({ actor, around, onStale }: LogoSectionProps) {
  const t = useMessages('actors');
  const sentenceOf = useRefusals('actors');
  const set = useMutationAnswer(SET);
  const remove = useMutationAnswer(REMOVE);
  const [sent, setSent] = useState<Sent | null>(null);
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [stale, setStale] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const current = actor.logo ? hashIn(actor.logo.address) : null;

  const tell = (answer: Answer<unknown>) => {
    setRefusal(answer.kind === 'refused' ? answer.refusal : null);
    setFault(answer.kind === 'failed' ? answer.fault : null);
    setStale(answer.kind === 'stale');
  };

  const choose = async (file: File) => {
    if (progress !== null) return;
    setSent(null);
    if (file.size > LARGEST_LOGO) {
      setRefusal({ code: 'FILE_TOO_LARGE', params: { max: LARGEST_LOGO / 1024 / 1024 } });
      return;
    }
    setProgress({ done: 0, total: file.size });
    const answer = await sendFile<Sent>(logoDoor(actor.id), file, setProgress);
    setProgress(null);
    tell(answer);
    if (answer.kind === 'done') setSent(answer.value);
  };

  /** Shows a kept picture, or none; what was there before can be taken back. */
  const change = async (hash: string | null, version: number, before: string | null, isWayBack = false) => {
    const input = { actorId: actor.id, expectedVersion: version };
    const answer = await around(version, () => (hash === null ? remove.send({ input }) : set.send({ input: { ...input, hash } })));
    tell(answer);
    if (answer.kind !== 'done') return;
    setSent(null);
    const undo = isWayBack ? undefined : () => void change(before, answer.value.version, hash, true);
    showToast({ text: t(hash === null ? 'logo.removed' : 'logo.shown'), undo });
    field.current?.focus();
  };

  const large = sent?.preview ?? actor.logo?.address;
  const small = sent?.preview ?? actor.logo?.smallAddress;
  const onItsWay = progress !== null && progress.done < progress.total;
  const busy = set.busy || remove.busy;
  return (
    <Section title={t('logo.title')} explanation={t('logo.explanation', { max: LARGEST_LOGO / 1024 / 1024 })}>
      <div className="actors-logo-edit">
        {large && small ? (
          <div className="actors-logo-pair">
            <ActorLogo src={large} size="large" />
            <ActorLogo src={small} size="small" />
          </div>
        ) : null}
        <p className="actors-quiet" role="status">
          {sent ? t('logo.preview') : actor.logo || progress !== null ? null : t('logo.none')}
        </p>
        {progress === null ? null : (
          <Loading label={t(onItsWay ? 'logo.sending' : 'logo.working')} progress={onItsWay ? inKilobytes(progress) : undefined} />
        )}
        <FileField
          ref={field}
          id="actor-logo"
          label={t(large ? 'logo.chooseOther' : 'logo.choose')}
          accept={KINDS}
          error={refusal ? sentenceOf(refusal) : undefined}
          onChoose={(file) => void choose(file)}
        >
          {sent ? (
            <>
              <Button busy={busy} onClick={() => void change(sent.hash, actor.version, current)}>
                {t('logo.take')}
              </Button>
              <Button
                kind="plain"
                onClick={() => {
                  setSent(null);
                  field.current?.focus();
                }}
              >
                {t('logo.discard')}
              </Button>
            </>
          ) : null}
          {actor.logo && !sent ? (
            <Button kind="plain" busy={busy} onClick={() => void change(null, actor.version, current)}>
              {t('logo.remove')}
            </Button>
          ) : null}
        </FileField>
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale ? (
          <StaleNotice
            onLoad={() => {
              setStale(false);
              onStale();
            }}
          />
        ) : null}
      </div>
    </Section>
  );
}
