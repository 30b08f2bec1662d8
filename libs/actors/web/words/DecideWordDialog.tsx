import { useState } from 'react';
import { checkWord, WORD_LIMITS } from '@knotenpunkt/actors/domain';
import { checkText, refuse } from '@knotenpunkt/kernel';
import type { CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  ComboBox,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { CompetenceWord } from './useCompetenceWords';

const TAKE_IN = graphql(`
  mutation TakeInCompetenceWord($input: TakeInCompetenceWordInput!) {
    takeInCompetenceWord(input: $input) {
      ... on CompetenceWord {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const EQUATE = graphql(`
  mutation EquateCompetenceWord($input: EquateCompetenceWordInput!) {
    equateCompetenceWord(input: $input) {
      ... on CompetenceWord {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REFUSE = graphql(`
  mutation RefuseCompetenceWord($input: RefuseCompetenceWordInput!) {
    refuseCompetenceWord(input: $input) {
      ... on CompetenceWord {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type WordAct = 'takeIn' | 'equate' | 'refuse';

interface DecideWordDialogProps {
  word: CompetenceWord;
  act: WordAct;
  catalogue: CompetenceCatalogue;
  onDone: () => void;
  onClose: () => void;
}

/** What the coordination makes of a word: a term, another word for one, or nothing, with the reason. */
export function DecideWordDialog({ word, act, catalogue, onDone, onClose }: DecideWordDialogProps) {
  const t = useMessages('actors');
  const language = useLanguage();
  const takingIn = useMutationAnswer(TAKE_IN);
  const equating = useMutationAnswer(EQUATE);
  const refusing = useMutationAnswer(REFUSE);
  const { busy, fault } = { takeIn: takingIn, equate: equating, refuse: refusing }[act];
  const [text, setText] = useState('');
  const form = useForm({
    room: 'actors',
    initial: { term: act === 'takeIn' ? word.written : '', reason: '' },
    check: ({ term, reason }) => {
      const checked = {
        takeIn: checkWord('term', term),
        equate: term === '' ? refuse('TERM_UNKNOWN', { field: 'term' }) : ({ ok: true } as const),
        refuse: checkText('reason', reason, { max: WORD_LIMITS.reason }),
      }[act];
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ term, reason }) => {
    const asked = { id: word.id, expectedVersion: word.version };
    const answer = await {
      takeIn: () => takingIn.send({ input: { ...asked, term } }),
      equate: () => equating.send({ input: { ...asked, term } }),
      refuse: () => refusing.send({ input: { ...asked, reason } }),
    }[act]();
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: t(answer.kind === 'done' ? `words.done.${act}` : 'words.stale', { word: word.written }) });
    onDone();
    onClose();
  });
  const terms = catalogue.search(text, 12).filter(({ competence }) => competence.id !== word.written);
  return (
    <Dialog
      open
      title={t(`words.${act}Named`, { word: word.written })}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t(`words.${act}`)} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {act === 'takeIn' ? <TextField label={t('words.term')} hint={t('words.termHint')} autoFocus {...form.field('term')} /> : null}
        {act === 'equate' ? (
          <ComboBox
            label={t('words.sameAs')}
            hint={t('words.sameAsHint', { word: word.written })}
            {...form.field('term')}
            value={form.values.term || null}
            onChange={(id) => form.set({ term: id ?? '' })}
            onSearch={setText}
            options={terms.map(({ competence }) => ({ id: competence.id, text: competence[language] }))}
          />
        ) : null}
        {act === 'refuse' ? (
          <TextArea label={t('words.reason')} hint={t('words.reasonHint')} rows={3} max={WORD_LIMITS.reason} {...form.field('reason')} />
        ) : null}
      </Fields>
    </Dialog>
  );
}
