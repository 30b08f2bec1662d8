import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';
import { useViewer } from './useViewer';

/** "Protokoll", on the desk of those who coordinate; nothing for others. */
export function TrailLink() {
  const t = useMessages('identity');
  const viewer = useViewer();
  if (!viewer?.coordinator && !viewer?.platformAdministrator) return null;
  return (
    <LinkButton kind="plain" to="/koordination/protokoll">
      {t('audit.link')}
    </LinkButton>
  );
}
