import { useState } from 'react';
import { useHref, useSearchParams } from 'react-router';
import { newId } from '@knotenpunkt/kernel';
import { BARRIER_LIMITS, isOfThesePages, reportBarrier } from '@knotenpunkt/moderation/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';

const REPORT_BARRIER = graphql(`
  mutation ReportBarrier($input: ReportBarrierInput!) {
    reportBarrier(input: $input) {
      ... on BarrierReported {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** An address of these pages; anything else would lead away. */
const ofThesePages = (address: string | null) => (address !== null && isOfThesePages(address) ? address : '/');

/** `/barriere-melden?seite=/akteure`: what cannot be used, and where. No account is needed, no name is asked for. */
export function ReportBarrierPage() {
  const t = useMessages('moderation');
  const page = ofThesePages(useSearchParams()[0].get('seite'));
  const [sentWith, setSentWith] = useState<string | null>(null);
  return (
    <Page narrow>
      {sentWith === null ? (
        <>
          <PageHeader title={t('barrier.title')} explanation={t('barrier.lead')} />
          <BarrierForm page={page} onSent={setSentWith} />
        </>
      ) : (
        <>
          <PageHeader title={t('barrier.title')} />
          <div role="status">
            <Notice tone="kept" title={t('barrier.sentTitle')} ways={<LinkButton to={page}>{t('barrier.back')}</LinkButton>}>
              {sentWith ? t('barrier.sentWithAnswer', { email: sentWith }) : t('barrier.sent')}
            </Notice>
          </div>
        </>
      )}
    </Page>
  );
}

function BarrierForm({ page, onSent }: { page: string; onSent: (email: string) => void }) {
  const t = useMessages('moderation');
  const [id] = useState(newId);
  const report = useMutationAnswer(REPORT_BARRIER);
  const form = useForm({
    room: 'moderation',
    // With the region, which the administration would not see in it otherwise.
    initial: { text: '', pageAddress: useHref(page), email: '' },
    check: (values) => {
      const checked = reportBarrier(values, 0);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async (values) => {
    const answer = await report.send({ input: { id, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') onSent(values.email.trim());
  });
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {report.fault ? <ErrorNotice error={report.fault} /> : null}
        <TextArea label={t('barrier.text')} hint={t('barrier.textHint')} rows={5} max={BARRIER_LIMITS.text} {...form.field('text')} />
        <TextField label={t('barrier.page')} {...form.field('pageAddress')} />
        <TextField
          label={t('barrier.email')}
          hint={t('barrier.emailHint')}
          type="email"
          autoComplete="email"
          optional
          {...form.field('email')}
        />
        <FormFoot>
          <Button kind="primary" type="submit" busy={report.busy}>
            {t('barrier.send')}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}
