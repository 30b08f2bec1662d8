import { useState } from 'react';
import { ENTRY_LIMITS, entryRefusals, type Direction, type EntryText } from '@knotenpunkt/actors/domain';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  DraftNote,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  RadioGroup,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { CompetencePicker, ThemePicker } from './Pickers';
import { StaleComparison, type Difference } from './StaleComparison';
import { useCompetences } from './useCompetences';
import type { SteckbriefEntry } from './useSteckbrief';

const ADD = graphql(`
  mutation AddEntry($input: AddEntryInput!) {
    addEntry(input: $input) {
      ... on ActorEntry {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const CHANGE = graphql(`
  mutation ChangeEntry($input: ChangeEntryInput!) {
    changeEntry(input: $input) {
      ... on ActorEntry {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Values {
  title: string;
  text: string;
  themes: string[];
  competences: string[];
  fromOn: string;
  untilOn: string;
  audience: 'PUBLIC' | 'MEMBERS';
}

function valuesOf(entry: SteckbriefEntry | null): Values {
  if (!entry) return { title: '', text: '', themes: [], competences: [], fromOn: '', untilOn: '', audience: 'PUBLIC' };
  const { title, text, themes, competences, fromOn, untilOn, audience } = entry;
  return {
    title,
    text,
    themes: [...themes],
    competences: [...competences],
    fromOn: fromOn ?? '',
    untilOn: untilOn ?? '',
    audience: audience === 'PUBLIC' ? 'PUBLIC' : 'MEMBERS',
  };
}

const said = (values: Values): EntryText => ({ ...values, fromOn: values.fromOn || null, untilOn: values.untilOn || null });

export interface EntryDialogProps {
  actorId: string;
  direction: Direction;
  /** Null: a new one. */
  entry: SteckbriefEntry | null;
  onClose: () => void;
  onDone: () => void;
  /** Somebody was faster: asks for the present state, which arrives as a new `entry`. */
  onStale: () => void;
}

/** Writes an offer or a need. */
export function EntryDialog({ actorId, direction, entry, onClose, onDone, onStale }: EntryDialogProps) {
  const t = useMessages('actors');
  const today = useToday();
  const catalogue = useCompetences();
  const known = catalogue ?? { has: () => true };
  const [id] = useState(() => entry?.id ?? newId());
  const [base, setBase] = useState(entry);
  const add = useMutationAnswer(ADD);
  const change = useMutationAnswer(CHANGE);
  const form = useForm<Values>({
    room: 'actors',
    initial: valuesOf(entry),
    check: (values) => entryRefusals(said(values), { known, today }),
    draft: entry ? `entry.${entry.id}` : `entry.${actorId}.${direction}`,
  });
  const stale = base !== null && entry !== null && entry.version !== base.version;

  const send = async (values: Values) => {
    const input = { id, ...said(values) };
    const answer = base
      ? await change.send({ input: { ...input, expectedVersion: entry?.version ?? base.version } })
      : await add.send({ input: { ...input, actorId, direction } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onStale();
    if (answer.kind === 'done') {
      form.done();
      onDone();
    }
  };

  const differences: Difference[] = stale
    ? (['title', 'text', 'fromOn', 'untilOn'] as const).map((field) => ({
        label: t(`entries.${field}`),
        theirs: valuesOf(entry)[field],
        yours: form.values[field],
      }))
    : [];
  const heading = entry
    ? direction === 'NEED'
      ? 'entries.changeNeed'
      : 'entries.changeOffer'
    : direction === 'NEED'
      ? 'entries.addNeed'
      : 'entries.addOffer';
  const fault = add.fault ?? change.fault;

  return (
    <Dialog
      open
      wide
      title={t(heading)}
      onClose={onClose}
      onSubmit={form.submit(send)}
      foot={<DialogFoot send={t('entries.save')} busy={add.busy || change.busy} onClose={onClose} />}
    >
      <DraftNote kept={form.draftKept} onDiscard={() => form.done(valuesOf(entry))} />
      <ErrorSummary errors={form.errors} attempts={form.attempts} />
      {fault ? <ErrorNotice error={fault} /> : null}
      {stale ? (
        <StaleComparison
          differences={differences}
          onTake={() => {
            form.set(valuesOf(entry));
            setBase(entry);
          }}
        />
      ) : null}
      <Fields>
        <TextField label={t('entries.title')} hint={t(`entries.titleHint${direction}`)} {...form.field('title')} />
        <TextArea
          label={t('entries.text')}
          hint={t('entries.textHint')}
          optional
          rows={3}
          max={ENTRY_LIMITS.text}
          {...form.field('text')}
        />
        <CompetencePicker {...form.field('competences')} />
        <FieldRow>
          <DateField label={t('entries.fromOn')} optional {...form.field('fromOn')} />
          <DateField label={t('entries.untilOn')} optional min={today} {...form.field('untilOn')} />
        </FieldRow>
        <RadioGroup
          label={t('entries.audience')}
          choices={(['PUBLIC', 'MEMBERS'] as const).map((value) => ({ value, label: t(`entries.audiences.${value}`) }))}
          {...form.field('audience')}
        />
        <ThemePicker {...form.field('themes')} />
      </Fields>
    </Dialog>
  );
}
