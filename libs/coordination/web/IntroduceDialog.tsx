import { useState } from 'react';
import { Link } from 'react-router';
import { newId } from '@knotenpunkt/kernel';
import { checkIntroductionText, INTRODUCTION_LIMITS } from '@knotenpunkt/coordination/domain';
import { readTies, TieSentence, type TieData } from '@knotenpunkt/network/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Loading,
  Notice,
  RadioGroup,
  TextArea,
  TextField,
  useForm,
  useRefusals,
} from '@knotenpunkt/webkit/ui';

const WAYS = graphql(`
  query IntroductionWays($from: ID!, $to: ID!, $asCoordination: Boolean!) {
    introductionWays(firstId: $from, secondId: $to, asCoordination: $asCoordination) {
      refusal {
        code
        field
        parameters {
          name
          value
        }
      }
      ways {
        actor {
          id
          name
        }
        toFirst {
          ...TieParts
        }
        toSecond {
          ...TieParts
        }
      }
    }
  }
`);

const ASK = graphql(`
  mutation AskForIntroduction($input: AskForIntroductionInput!) {
    askForIntroduction(input: $input) {
      ... on Introduction {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface End {
  id: string;
  name: string;
}

export interface IntroduceDialogProps {
  /** The end that asks; where the coordination does, one of the two. */
  first: End;
  second: End;
  asCoordination: boolean;
  through?: string | undefined;
  onClose: () => void;
}

/** Asks for an introduction: who should introduce, what it is about, why these two. */
export function IntroduceDialog(props: IntroduceDialogProps) {
  const t = useMessages('coordination');
  const sentence = useRefusals('coordination');
  const { first, second, asCoordination, onClose } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(WAYS, {
    variables: { from: first.id, to: second.id, asCoordination },
    fetchPolicy: 'network-only',
  });
  const title = asCoordination
    ? t('introductions.dialog.titleBoth', { first: first.name, second: second.name })
    : t('introductions.dialog.title', { second: second.name });
  const found = data?.introductionWays;
  if (asked === null && found && !found.refusal && found.ways.length > 0) {
    return <AskForm {...props} title={title} ways={found.ways} onAsked={setAsked} />;
  }
  return (
    <Dialog open title={title} onClose={onClose}>
      <div role="status">
        {asked ? (
          <Notice tone="kept" ways={<Link to={`/vorstellungen/${asked}`}>{t('introductions.dialog.followUp')}</Link>}>
            {t('introductions.dialog.sent')}
          </Notice>
        ) : null}
        {error && !found ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
        {!found && !error ? <Loading /> : null}
        {!asked && found?.refusal ? <Notice>{sentence(refusalOf(found.refusal))}</Notice> : null}
        {!asked && found && !found.refusal && found.ways.length === 0 ? <Notice>{t('introductions.dialog.noWay')}</Notice> : null}
      </div>
    </Dialog>
  );
}

type Found = ResultOf<typeof WAYS>['introductionWays'];

function refusalOf({ code, field, parameters }: NonNullable<Found['refusal']>) {
  return { code, field: field ?? null, parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) };
}

function AskForm({
  first,
  second,
  asCoordination,
  through,
  title,
  ways,
  onAsked,
  onClose,
}: IntroduceDialogProps & { title: string; ways: Found['ways']; onAsked: (id: string) => void }) {
  const t = useMessages('coordination');
  const [id] = useState(() => newId());
  const { send, busy, fault } = useMutationAnswer(ASK);
  const shown = ways.find(({ actor }) => actor.id === through);
  const form = useForm({
    room: 'coordination',
    initial: { goBetweenId: (shown ?? ways[0])?.actor.id ?? null, purpose: '', reason: '' },
    check: ({ goBetweenId, ...text }) => {
      const checked = checkIntroductionText(text);
      return [goBetweenId === null ? { code: 'GO_BETWEEN_MISSING', field: 'goBetweenId' } : null, checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ goBetweenId, purpose, reason }) => {
    const askedById = asCoordination ? null : first.id;
    const input = { id, askedById, firstId: first.id, goBetweenId: goBetweenId!, secondId: second.id, purpose, reason };
    const answer = await send({ input });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') onAsked(id);
  });
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <DialogFoot
          send={t(asCoordination ? 'introductions.dialog.send' : 'introductions.dialog.sendOthers')}
          busy={busy}
          onClose={onClose}
        />
      }
    >
      <Fields>
        <p>{t('introductions.dialog.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <RadioGroup
          label={t('introductions.dialog.goBetween')}
          hint={t('introductions.dialog.goBetweenHint')}
          {...form.field('goBetweenId')}
          choices={ways.map(({ actor, toFirst, toSecond }) => ({
            value: actor.id,
            label: <WayLabel name={actor.name} ties={readTies([toFirst, toSecond])} />,
          }))}
        />
        <TextField label={t('introductions.dialog.purpose')} hint={t('introductions.dialog.purposeHint')} {...form.field('purpose')} />
        <TextArea
          label={t('introductions.dialog.reason')}
          hint={t('introductions.dialog.reasonHint')}
          rows={4}
          max={INTRODUCTION_LIMITS.reason}
          {...form.field('reason')}
        />
      </Fields>
    </Dialog>
  );
}

/** Who could introduce, and what ties it to each of the two. */
function WayLabel({ name, ties }: { name: string; ties: readonly TieData[] }) {
  return (
    <>
      <strong>{name}</strong>
      <span className="kn-choice__hint">
        {ties.map((tie) => {
          const [reason] = tie.reasons;
          return (
            <span key={`${tie.a.id} ${tie.b.id}`} className="introductions-tie">
              {tie.b.name}: {reason ? <TieSentence tie={tie} reason={reason} linked={false} /> : null}
            </span>
          );
        })}
      </span>
    </>
  );
}
