import type { ReactNode } from 'react';
import type { DutyPage } from '@knotenpunkt/moderation/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Markdown } from '@knotenpunkt/webkit/ui';
import './duty.css';

interface DutyContentProps {
  page: DutyPage;
  html: string;
  videoUrl: string;
  /** What whoever may edit it can do while a video is missing. */
  nameVideo?: ReactNode;
}

/** What a page of duty says, published or not. */
export function DutyContent({ page, html, videoUrl, nameVideo = null }: DutyContentProps) {
  const t = useMessages('moderation');
  return (
    <>
      {videoUrl ? <Video url={videoUrl} /> : null}
      {page === 'SIGN_LANGUAGE' && !videoUrl ? <EmptyState step={nameVideo}>{t('duty.noVideo')}</EmptyState> : null}
      <Markdown html={html} />
    </>
  );
}

/** A link, so that nothing is loaded from elsewhere before somebody follows it. */
function Video({ url }: { url: string }) {
  const t = useMessages('moderation');
  return (
    <p>
      <a href={url} rel="noopener noreferrer">
        {t('duty.video')}
      </a>
      <br />
      <span className="kn-explanation">{t('duty.videoHint', { host: URL.canParse(url) ? new URL(url).host : url })}</span>
    </p>
  );
}
