import { hidesClasses, type NetworkView } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';

/** What is told here leads over classes as well that the legend hides. */
export function HiddenClassesNote({ view }: { view: NetworkView }) {
  const t = useMessages('network');
  return hidesClasses(view) ? <p className="kn-meta">{t('closer.hiddenClasses')}</p> : null;
}
