import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** The way to what was learned, on the desk of those who coordinate; nothing for others. */
export function LearnedLink() {
  const t = useMessages('matching');
  const viewer = useViewer();
  if (!viewer?.coordinator && !viewer?.platformAdministrator) return null;
  return (
    <LinkButton kind="plain" to="/koordination/gelernt">
      {t('learned.link')}
    </LinkButton>
  );
}
