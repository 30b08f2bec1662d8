import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './parts.css';

export interface ProvenanceNoteProps {
  /** Where it comes from: a name or a link. */
  source?: ReactNode;
  /** PUBLIC_SOURCES, IMPORTED from a list: nobody concerned has confirmed it. EDITORIAL: asked by the editors. INFERRED: only presumed. */
  kind?: 'PUBLIC_SOURCES' | 'IMPORTED' | 'EDITORIAL' | 'INFERRED';
}

const KEY = { PUBLIC_SOURCES: 'publicSources', IMPORTED: 'imported', EDITORIAL: 'editorial', INFERRED: 'inferred' } as const;

/** Says that something was not entered by those it is about. Stands beside whatever comes from public sources. */
export function ProvenanceNote({ source, kind = 'PUBLIC_SOURCES' }: ProvenanceNoteProps) {
  const t = useMessages('webkit');
  const [before, after] = t('provenance.source', { source: '\u0000' }).split('\u0000');
  return (
    <span className="kn-provenance">
      <span className="kn-provenance__word">{t(`provenance.${KEY[kind]}`)}</span>
      {source ? (
        <span>
          {before}
          {source}
          {after}
        </span>
      ) : null}
    </span>
  );
}
