import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Loading } from '@knotenpunkt/webkit/ui';
import type { SnapshotProgress } from './useNetworkOverview';

const PHASES = ['FACTS', 'TIES', 'PLACES', 'PACKING'] as const satisfies readonly SnapshotProgress['phase'][];

/** Said where a large network is made for the first time: how far it is. The page follows by itself. */
export function SnapshotUnderWay({ progress: { phase } }: { progress: SnapshotProgress }) {
  const t = useMessages('network');
  const words = { FACTS: t('columns.facts'), TIES: t('columns.ties'), PLACES: t('columns.places'), PACKING: t('columns.packing') };
  return (
    <>
      <p>{t('columns.underWay')}</p>
      <Loading label={words[phase]} progress={{ done: PHASES.indexOf(phase) + 1, total: PHASES.length }} />
    </>
  );
}
