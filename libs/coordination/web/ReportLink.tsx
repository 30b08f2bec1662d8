import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** "Bericht erstellen", on the desk of those who coordinate; nothing for others. */
export function ReportLink() {
  const t = useMessages('coordination');
  const viewer = useViewer();
  if (!viewer?.coordinator && !viewer?.platformAdministrator) return null;
  return (
    <LinkButton kind="plain" to="/koordination/bericht">
      {t('reportPage.open')}
    </LinkButton>
  );
}
