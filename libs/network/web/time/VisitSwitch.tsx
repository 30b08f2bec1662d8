import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '@knotenpunkt/webkit/ui';
import { useEveOfVisit } from './CompareMenu';
import type { TimeOfPage } from './useTime';

/** Beside the news since the reader's last visit: shows the same in the network. Nothing for visitors and at the first visit. */
export function VisitSwitch({ time }: { time: TimeOfPage }) {
  const t = useMessages('network');
  const visited = useEveOfVisit();
  if (!visited) return null;
  const on = time.from === visited.eve && time.day === time.range.last;
  return (
    <TextButton aria-pressed={on} onClick={() => (on ? time.compare(null) : time.since(visited.eve))}>
      {t(on ? 'time.visitSwitchOff' : 'time.visitSwitch')}
    </TextButton>
  );
}
