import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf, fadingWord, tieSentence, type TieReason } from '@knotenpunkt/network/domain';
import { graphql, type FragmentType, readFragment } from '@knotenpunkt/webkit/contract';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, GradeLine, KindMark, ProvenanceNote } from '@knotenpunkt/webkit/ui';
import type { StrengthData } from './closer/StrengthLine';
import './panel.css';

export const TIE_PARTS = graphql(`
  fragment TieParts on NetworkTie {
    a {
      id
      name
      label
      slug
      kind
    }
    b {
      id
      name
      label
      slug
      kind
    }
    grade
    since
    strength
    runningStrength
    fadedBy
    reasons {
      nodeType
      nodeId
      declared
      title
      slug
      sourceNote
      roleA
      roleB
      grade
      since
      until
      strength
      runningStrength
      fadedBy
    }
  }
`);

/** A tie as the fragment gives it. */
export interface TieData extends StrengthData {
  a: TieEndData;
  b: TieEndData;
  grade: TieReason['grade'];
  since: string;
  reasons: readonly ReasonData[];
}

export type ReasonData = TieReason & StrengthData & { sourceNote?: string | null };

export interface TieEndData {
  id: string;
  name: string;
  label: string;
  slug: string;
  kind: string;
}

/** The ties of an answer, unmasked. */
export function readTies(ties: readonly FragmentType<typeof TIE_PARTS>[]): readonly TieData[] {
  return readFragment(TIE_PARTS, ties);
}

/** The other end of a tie. */
export function otherEnd(tie: TieData, id: string): TieEndData {
  return tie.a.id === id ? tie.b : tie.a;
}

/** What two actors share, as a sentence that leads to what made the tie; `linked` false: where a link would be in the way. */
export function TieSentence({ tie, reason, linked = true }: { tie: TieData; reason: TieReason; linked?: boolean }) {
  const { code, values } = tieSentence(reason, { id: tie.a.id, name: tie.a.label }, { id: tie.b.id, name: tie.b.label });
  const to = linked ? addressOf(reason) : null;
  return <Sentence room="network" say={`sentences.${code}`} values={values} parts={{ act: to ? <Link to={to} /> : <span /> }} />;
}

export interface TieEntryProps {
  tie: TieData;
  /** Whose tie is told: the other end is the title. */
  of: string;
  title: (other: TieEndData) => ReactNode;
  beside?: ReactNode;
  meta?: ReactNode;
  /** The address under which the tie stands by itself. */
  address?: string;
}

/** One tie in a list: with whom, what, how well founded, since when. */
export function TieEntry({ tie, of, title, beside, meta, address }: TieEntryProps) {
  const t = useMessages('network');
  const format = useFormat();
  const other = otherEnd(tie, of);
  const [first, ...rest] = tie.reasons;
  return (
    <Entry
      mark={<KindMark kind={other.kind} size={18} />}
      title={title(other)}
      beside={beside}
      meta={
        <span className="network-tie__meta">
          <GradeLine grade={tie.grade} silent />
          <span>
            {t(`webkit:grades.${tie.grade}`)}, {t('panel.since', { date: format.month(tie.since) })}
            {meta ? <> · {meta}</> : null}
            {tie.fadedBy >= 0.005 ? <> · {t(`closer.faded.${fadingWord(tie.fadedBy)}`)}</> : null}
          </span>
          {first?.sourceNote ? <ProvenanceNote /> : null}
        </span>
      }
      actions={
        address ? (
          <Link to={address} aria-label={t('closer.evidence.openOf', { name: other.name })} preventScrollReset>
            {t('closer.evidence.open')}
          </Link>
        ) : undefined
      }
    >
      {first ? <TieSentence tie={tie} reason={first} /> : null}
      {rest.length > 0 ? (
        <details className="network-tie__more">
          <summary>{t('panel.reasons', { count: rest.length })}</summary>
          <ul>
            {rest.map((reason) => (
              <li key={reason.nodeId}>
                <TieSentence tie={tie} reason={reason} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Entry>
  );
}
