import { useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { checkDutyText, DUTY_ADDRESSES, DUTY_LIMITS, dutyPageAt, type DutyPage, type DutyText } from '@knotenpunkt/moderation/domain';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  Column,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  showToast,
  StaleNotice,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { DutyPreview } from './DutyPreview';
import { DutyVersions } from './DutyVersions';
import { DUTY_TEXT, useWritingDuty, type EditedPage } from './useDutyPages';
import './duty.css';

/** `/verwaltung/pflichtseiten/:address`: the text of a page of duty in both languages, and what stood there so far. */
export function EditDutyPage() {
  const t = useMessages('moderation');
  const viewer = useViewer();
  const page = dutyPageAt(useParams()['address'] ?? '');
  const title = page ? t('duty.editTitle', { page: t(`duty.pages.${page}`) }) : t('duty.unknown');
  return (
    <Page narrow>
      <PageHeader
        title={title}
        explanation={page ? t('duty.editExplanation') : null}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('duty.administration'), to: '/verwaltung' }]} />}
        actions={page ? <LinkButton to={`/${DUTY_ADDRESSES[page]}`}>{t('duty.show')}</LinkButton> : null}
      />
      {viewer === null ? <Loading /> : null}
      {viewer && page && viewer.platformAdministrator ? <Editing page={page} /> : null}
      {viewer && !(page && viewer.platformAdministrator) ? (
        <EmptyState step={<LinkButton to="/verwaltung">{t('duty.toAdministration')}</LinkButton>}>
          {page ? t('duty.onlyAdministrator') : t('duty.unknown')}
        </EmptyState>
      ) : null}
    </Page>
  );
}

function Editing({ page }: { page: DutyPage }) {
  const { data, error, refetch } = useQuery(DUTY_TEXT, { variables: { page }, fetchPolicy: 'network-only' });
  const refresh = () => void refetch();
  if (error && !data) return <ErrorNotice error={error} onRetry={refresh} />;
  if (!data) return <Loading />;
  return (
    <Column>
      <TextForm key={data.dutyPage.version} page={page} text={data.dutyPage} onChange={refresh} />
      <DutyVersions page={page} current={data.dutyPage.version} versions={data.dutyPageVersions} onChange={refresh} />
    </Column>
  );
}

function TextForm({ page, text, onChange }: { page: DutyPage; text: EditedPage; onChange: () => void }) {
  const t = useMessages('moderation');
  const [id] = useState(newId);
  const writing = useWritingDuty();
  const { textDe, textEn, videoUrl, version: expectedVersion } = text;
  const form = useForm({
    room: 'moderation',
    initial: { textDe, textEn, videoUrl },
    check: (values) => {
      const checked = checkDutyText(page, values);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const [previewed, setPreviewed] = useState<DutyText | null>(null);
  const preview = form.submit((values) => {
    const checked = checkDutyText(page, values);
    if (checked.ok) setPreviewed(checked.value);
  });
  const submit = form.submit(async (values) => {
    const answer = await writing.send({ input: { id, page, expectedVersion, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('duty.saved', { page: t(`duty.pages.${page}`) }) });
    onChange();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {writing.fault ? <ErrorNotice error={writing.fault} /> : null}
        {writing.stale !== null ? <StaleNotice onLoad={onChange} /> : null}
        {page === 'SIGN_LANGUAGE' ? (
          <TextField label={t('duty.videoUrl')} hint={t('duty.videoUrlHint')} type="url" optional {...form.field('videoUrl')} />
        ) : null}
        <TextArea label={t('duty.textDe')} rows={18} max={DUTY_LIMITS.text} {...form.field('textDe')} />
        <TextArea label={t('duty.textEn')} rows={18} max={DUTY_LIMITS.text} {...form.field('textEn')} />
        <FormFoot>
          <Button kind="primary" type="submit" busy={writing.busy}>
            {t('duty.save')}
          </Button>
          <Button onClick={() => preview()}>{t('duty.preview')}</Button>
        </FormFoot>
        {previewed ? <DutyPreview page={page} text={previewed} onClose={() => setPreviewed(null)} /> : null}
      </Fields>
    </form>
  );
}
