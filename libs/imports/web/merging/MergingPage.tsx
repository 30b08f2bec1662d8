import type { ReactNode } from 'react';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Column } from '@knotenpunkt/webkit/ui';
import './merging.css';

interface MergingPageProps {
  title: string;
  explanation?: string;
  /** Below the list of duplicate entries. */
  below?: boolean;
  children: ReactNode;
}

/** A page about entries that are one organisation. */
export function MergingPage({ below = false, children, ...head }: MergingPageProps) {
  const t = useMessages('imports');
  return (
    <CoordinatorsPage
      {...head}
      only={t('merging.coordinatorsOnly')}
      below={below ? [{ label: t('merging.title'), to: '/koordination/doppelte' }] : undefined}
    >
      <Column>{children}</Column>
    </CoordinatorsPage>
  );
}
