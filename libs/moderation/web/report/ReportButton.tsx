import { useState } from 'react';
import { newId } from '@knotenpunkt/kernel';
import {
  mayStayUnnamed,
  REPORT_LIMITS,
  REPORT_REASONS,
  reportContent,
  type ReportedType,
  type ReportReason,
} from '@knotenpunkt/moderation/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Checkbox,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  RadioGroup,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';

const REPORT_CONTENT = graphql(`
  mutation ReportContent($input: ReportContentInput!) {
    reportContent(input: $input) {
      ... on ContentReported {
        id
        reference
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export interface ReportButtonProps {
  type: ReportedType;
  id: string;
  title: string;
}

/** "Melden" at a public entry: something is wrong or not allowed. No account is needed. */
export function ReportButton(entry: ReportButtonProps) {
  const t = useMessages('moderation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t('report.open')}
      </Button>
      {open ? <ReportDialog entry={entry} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface Sent {
  reference: string;
  email: string;
}

function ReportDialog({ entry, onClose }: { entry: ReportButtonProps; onClose: () => void }) {
  const t = useMessages('moderation');
  const [id] = useState(newId);
  const [sent, setSent] = useState<Sent | null>(null);
  const report = useMutationAnswer(REPORT_CONTENT);
  const subject = { subjectType: entry.type, subjectId: entry.id };
  const form = useForm({
    room: 'moderation',
    initial: { reason: null as ReportReason | null, explanation: '', place: '', name: '', email: '', goodFaith: false },
    check: ({ reason, ...values }) => {
      if (reason === null) return [{ code: 'REASON_MISSING', field: 'reason' }];
      const checked = reportContent({ ...subject, reason, ...values }, 0);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ reason, ...values }) => {
    const answer = await report.send({ input: { id, ...subject, reason: reason!, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') setSent({ reference: answer.value.reference, email: values.email.trim() });
  });
  if (sent) return <SentDialog sent={sent} onClose={onClose} />;
  const unnamed = form.values.reason !== null && mayStayUnnamed(form.values.reason);
  return (
    <Dialog
      open
      title={t('report.title', { title: entry.title })}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('report.send')} busy={report.busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('report.lead')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {report.fault ? <ErrorNotice error={report.fault} /> : null}
        <RadioGroup<ReportReason>
          label={t('report.reason')}
          {...form.field('reason')}
          choices={REPORT_REASONS.map((value) => ({ value, label: t(`report.reasons.${value}`), hint: t(`report.reasonHints.${value}`) }))}
        />
        <TextArea
          label={t('report.explanation')}
          hint={t('report.explanationHint')}
          rows={4}
          max={REPORT_LIMITS.explanation}
          {...form.field('explanation')}
        />
        <TextField label={t('report.place')} hint={t('report.placeHint')} optional {...form.field('place')} />
        <TextField label={t('report.name')} autoComplete="name" optional={unnamed} {...form.field('name')} />
        <TextField
          label={t('report.email')}
          hint={t('report.emailHint')}
          type="email"
          autoComplete="email"
          optional={unnamed}
          {...form.field('email')}
        />
        <Checkbox label={t('report.goodFaith')} {...form.field('goodFaith')} />
      </Fields>
    </Dialog>
  );
}

function SentDialog({ sent: { reference, email }, onClose }: { sent: Sent; onClose: () => void }) {
  const t = useMessages('moderation');
  const webkit = useMessages('webkit');
  return (
    <Dialog
      open
      title={t('report.sentTitle')}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {webkit('actions.close')}
        </Button>
      }
    >
      <div role="status">
        <Notice tone="kept">{t(email ? 'report.sent' : 'report.sentUnnamed', { reference, email })}</Notice>
      </div>
    </Dialog>
  );
}
