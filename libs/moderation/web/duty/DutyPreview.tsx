import { useState } from 'react';
import type { DutyPage, DutyText } from '@knotenpunkt/moderation/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, ErrorNotice, Loading, RadioGroup } from '@knotenpunkt/webkit/ui';
import { DutyContent } from './DutyContent';

const PREVIEW = graphql(`
  query DutyPreview($textDe: String!, $textEn: String!) {
    dutyPreview(textDe: $textDe, textEn: $textEn) {
      htmlDe
      htmlEn
    }
  }
`);

interface DutyPreviewProps {
  page: DutyPage;
  text: DutyText;
  onClose: () => void;
}

/** A page of duty as it would look, before anybody else sees it. */
export function DutyPreview({ page, text: { textDe, textEn, videoUrl }, onClose }: DutyPreviewProps) {
  const t = useMessages('moderation');
  const [language, setLanguage] = useState<'de' | 'en'>(useLanguage());
  const { data, error, refetch } = useQuery(PREVIEW, { variables: { textDe, textEn }, fetchPolicy: 'no-cache' });
  return (
    <Dialog
      open
      wide
      title={t('duty.previewOf', { page: t(`duty.pages.${page}`) })}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('duty.closePreview')}</Button>}
    >
      <p className="kn-explanation">{t('duty.previewLead')}</p>
      <RadioGroup<'de' | 'en'>
        id="duty-preview-language"
        name="duty-preview-language"
        label={t('duty.previewIn')}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: 'de', label: t('duty.inGerman') },
          { value: 'en', label: t('duty.inEnglish') },
        ]}
      />
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <div className="moderation-duty" lang={language}>
          <DutyContent page={page} html={language === 'de' ? data.dutyPreview.htmlDe : data.dutyPreview.htmlEn} videoUrl={videoUrl} />
        </div>
      ) : null}
    </Dialog>
  );
}
