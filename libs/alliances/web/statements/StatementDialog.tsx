import { useState } from 'react';
import { STATEMENT_LIMITS, type StatementAudience, type StatementKind } from '@knotenpunkt/alliances/domain';
import { checkLink, checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  CheckboxGroup,
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  RadioGroup,
  Select,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import { useOwnMembers, type ShownStatement, type ShownWork } from '../useAllianceWork';
import { withActor } from '../withActor';

const ENTER = graphql(`
  mutation EnterAllianceStatement($input: EnterAllianceStatementInput!) {
    enterAllianceStatement(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface StatementDialogProps {
  alliance: ShownAlliance;
  work: ShownWork;
  kind: StatementKind;
  /** What it is to take the place of. */
  replaces: ShownStatement | null;
  onClose: () => void;
  onDone: () => void;
}

/** Writes a decision, minutes, a result or a lesson down. */
export function StatementDialog({ alliance, work, kind, replaces, onClose, onDone }: StatementDialogProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const [id] = useState(() => newId());
  const own = useOwnMembers(alliance);
  const { send, busy, fault } = useMutationAnswer(ENTER);
  const max = kind === 'MINUTES' ? STATEMENT_LIMITS.minutes : STATEMENT_LIMITS.text;
  const members = withActor(alliance.members).filter(({ state }) => state === 'MEMBER');
  const minutes = work.statements.filter((each) => each.kind === 'MINUTES' && each.standing !== 'WITHDRAWN');
  const form = useForm({
    room: 'alliances',
    initial: {
      enteredById: own[0]?.id ?? '',
      text: replaces?.text ?? '',
      on: replaces?.on ?? today,
      concerns: replaces?.concerns ?? '',
      evidenceUrl: replaces?.evidenceUrl ?? '',
      audience: (replaces?.audience ?? 'MEMBERS') as StatementAudience,
      place: replaces?.meeting?.place ?? '',
      presentIds: replaces?.meeting?.present.map((each) => each.id) ?? members.map(({ actor }) => actor.id),
      nextOn: '',
      minutesId: replaces?.minutesId ?? '',
    },
    check: (values) => {
      const text = checkText('text', values.text, { max });
      const concerns = checkText('concerns', values.concerns, { max: STATEMENT_LIMITS.concerns });
      const place = checkText('place', values.place, { max: STATEMENT_LIMITS.place });
      const link = checkLink('evidenceUrl', values.evidenceUrl);
      return [
        text.ok ? null : text.refusal,
        values.on !== '' && values.on <= today ? null : { code: 'DAY_PASSED_MISSING', field: 'on' },
        kind !== 'RESULT' || concerns.ok ? null : concerns.refusal,
        kind !== 'RESULT' || link.ok ? null : link.refusal,
        kind !== 'MINUTES' || place.ok ? null : place.refusal,
        kind !== 'MINUTES' || values.presentIds.length > 0 ? null : { code: 'PRESENT_MISSING', field: 'presentIds' },
        values.nextOn === '' || values.nextOn >= today ? null : { code: 'DAY_INVALID', field: 'nextOn' },
      ];
    },
    draft: `alliance.${alliance.id}.${kind}.${replaces?.id ?? ''}`,
  });
  const submit = form.submit(async ({ place, presentIds, nextOn, minutesId, ...values }) => {
    const meeting = kind === 'MINUTES' ? { place, presentIds, nextOn: nextOn || null } : null;
    const about = { id, allianceId: alliance.id, kind, meeting, replacesId: replaces?.id ?? null, minutesId: minutesId || null };
    const answer = await send({ input: { ...values, ...about } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('work.entered') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t(replaces ? `work.replaceTitles.${kind}` : `work.enter.${kind}`)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('work.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t(`work.texts.${kind}`)}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {own.length > 1 ? (
          <Select
            label={t('work.fields.for')}
            {...form.field('enteredById')}
            options={own.map(({ id: value, name: label }) => ({ value, label }))}
          />
        ) : null}
        <DateField label={t(`work.fields.on.${kind}`)} max={today} {...form.field('on')} />
        {kind === 'MINUTES' ? (
          <>
            <TextField label={t('work.fields.place')} hint={t('work.fields.placeHint')} {...form.field('place')} />
            <CheckboxGroup
              label={t('work.fields.present')}
              choices={members.map(({ actor }) => ({ value: actor.id, label: actor.name }))}
              {...form.field('presentIds')}
            />
          </>
        ) : null}
        <TextArea
          label={t(`work.fields.text.${kind}`)}
          hint={t(`work.fields.hint.${kind}`)}
          rows={kind === 'MINUTES' ? 10 : 4}
          max={max}
          {...form.field('text')}
        />
        {kind === 'RESULT' ? (
          <FieldRow>
            <TextField label={t('work.fields.concerns')} {...form.field('concerns')} />
            <TextField label={t('work.fields.evidence')} optional {...form.field('evidenceUrl')} />
          </FieldRow>
        ) : null}
        {kind === 'DECISION' && minutes.length > 0 ? (
          <Select
            label={t('work.fields.minutes')}
            none={t('work.fields.noMinutes')}
            optional
            {...form.field('minutesId')}
            options={minutes.map((each) => ({ value: each.id, label: t('work.meetingOn', { date: format.date(each.on) }) }))}
          />
        ) : null}
        {kind === 'MINUTES' ? (
          <DateField label={t('work.fields.nextOn')} hint={t('work.fields.nextOnHint')} optional min={today} {...form.field('nextOn')} />
        ) : null}
        {kind === 'DECISION' || kind === 'MINUTES' ? (
          <RadioGroup
            label={t('work.fields.audience')}
            choices={(['MEMBERS', 'PUBLIC'] as const).map((value) => ({
              value,
              label: t(`work.audiences.${value}`),
              hint: t(`work.audienceHints.${value}`),
            }))}
            {...form.field('audience')}
          />
        ) : null}
      </Fields>
    </Dialog>
  );
}
