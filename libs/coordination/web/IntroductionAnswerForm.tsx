import { INTRODUCTION_LIMITS, SIDE_ANSWERS, type SideAnswer } from '@knotenpunkt/coordination/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Checkbox,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  RadioGroup,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownIntroduction } from './useIntroductions';

const ANSWER = graphql(`
  mutation AnswerIntroduction($input: AnswerIntroductionInput!) {
    answerIntroduction(input: $input) {
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

interface AnswerFormProps {
  introduction: Pick<ShownIntroduction, 'id' | 'textVersion' | 'sides'>;
  /** The organisation that answers. */
  actorId: string;
  given: SideAnswer | null;
  onChange: () => void;
}

/** Ja, Ja aber, Nein, Später – for one of the three. */
export function IntroductionAnswerForm({ introduction, actorId, given, onChange }: AnswerFormProps) {
  const t = useMessages('coordination');
  const { send, busy, fault } = useMutationAnswer(ANSWER);
  const { id, textVersion } = introduction;
  const actor = introduction.sides.find((side) => side.actorId === actorId)?.actor?.name ?? '';
  const form = useForm({
    room: 'coordination',
    initial: { answer: given, note: '', noteShared: false },
    check: ({ answer, note }) => [
      answer === null ? { code: 'ANSWER_MISSING', field: 'answer' } : null,
      answer === 'YES_BUT' && note.trim() === '' ? { code: 'TEXT_MISSING', field: 'note' } : null,
    ],
  });
  const { answer } = form.values;
  const speaks = answer === 'YES_BUT' || answer === 'NO';
  const submit = form.submit(async ({ answer: said, note, noteShared }) => {
    const input = { id, actorId, textVersion, answer: said!, note: speaks ? note : '', noteShared: said === 'NO' && noteShared };
    const sent = await send({ input });
    if (sent.kind === 'refused') form.refuse(sent.refusal);
    if (sent.kind !== 'done') return;
    showToast({ text: t('introductions.page.sent') });
    onChange();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <RadioGroup<SideAnswer>
          label={t('introductions.page.question')}
          {...form.field('answer')}
          choices={SIDE_ANSWERS.map((value) => ({
            value,
            label: t(`introductions.answers.${value}`),
            hint: t(`introductions.page.${value}Hint`, { actor }),
          }))}
        />
        {speaks ? (
          <TextArea
            label={t(answer === 'NO' ? 'introductions.page.why' : 'introductions.page.change')}
            rows={3}
            max={INTRODUCTION_LIMITS.note}
            optional={answer === 'NO'}
            {...form.field('note')}
          />
        ) : null}
        {answer === 'NO' ? <Checkbox label={t('introductions.page.share')} {...form.field('noteShared')} /> : null}
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {t('introductions.page.send')}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}
