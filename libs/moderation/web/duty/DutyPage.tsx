import type { ReactNode } from 'react';
import { useViewer } from '@knotenpunkt/identity/web';
import { DUTY_ADDRESSES, type DutyPage as DutyPageName } from '@knotenpunkt/moderation/domain';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, LinkButton, Loading, Page, PageHeader } from '@knotenpunkt/webkit/ui';
import { DutyContent } from './DutyContent';
import { DUTY_PAGE } from './useDutyPages';
import './duty.css';

/** A page the operator owes its readers, for instance `/impressum`. `children`: what other rooms have to say there. */
export function DutyPage({ page, children }: { page: DutyPageName; children?: ReactNode }) {
  const t = useMessages('moderation');
  const format = useFormat();
  const edits = useViewer()?.platformAdministrator ?? false;
  const { data, error, refetch } = useQuery(DUTY_PAGE, { variables: { page }, fetchPolicy: 'cache-and-network' });
  const shown = data?.dutyPage;
  const editor = `/verwaltung/pflichtseiten/${DUTY_ADDRESSES[page]}`;
  return (
    <Page narrow>
      <PageHeader title={t(`duty.pages.${page}`)} actions={edits ? <LinkButton to={editor}>{t('duty.edit')}</LinkButton> : null} />
      {error && !shown ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!shown && !error ? <Loading /> : null}
      {shown ? (
        <div className="moderation-duty">
          <DutyContent
            page={page}
            html={shown.html}
            videoUrl={shown.videoUrl}
            nameVideo={edits ? <LinkButton to={editor}>{t('duty.nameVideo')}</LinkButton> : null}
          />
          {children}
          {shown.changedAt ? (
            <p className="kn-explanation">{t('duty.changedAt', { date: format.date(shown.changedAt.slice(0, 10)) })}</p>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}
