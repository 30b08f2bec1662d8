import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EvidencePicture, type PictureEnd } from './EvidencePicture';
import './evidence.css';

export const REASON_PARTS = graphql(`
  fragment ReasonParts on MatchReason {
    code
    params {
      name
      value
    }
    evidence {
      type
      id
      title
      kind
      address
    }
  }
`);

export type ReasonData = ResultOf<typeof REASON_PARTS>;

const DATES = new Set(['ONLY_FROM', 'ONLY_UNTIL', 'CONFIRMED_LONG_AGO', 'PROFILE_CONFIRMED_LONG_AGO']);

/** One reason or doubt as a sentence; the offer, the need, the two actors or the Vorhaben it rests on lead to the page that shows them. */
export function ReasonLine({ reason, kind = 'reasons' }: { reason: ReasonData; kind?: 'reasons' | 'doubts' }) {
  const t = useMessages('matching');
  const themes = useMessages('themes');
  const format = useFormat();
  const params = Object.fromEntries(reason.params.map(({ name, value }) => [name, value]));
  const named = reason.evidence.map(({ type, title }) => (type === 'BENCH' ? themes(`benches.${title}`) : title));
  const [entry, asked] = reason.evidence.filter(({ type }) => type === 'ENTRY');
  const [first, second] = reason.evidence.filter(({ type }) => type === 'ACTOR');
  const [project, own] = reason.evidence.filter(({ type }) => type === 'INITIATIVE' || type === 'ALLIANCE');
  const actors = reason.evidence.filter(({ type }) => type === 'ACTOR').map(({ title }) => title);
  const values: Record<string, unknown> = {
    ...params,
    name: named[0],
    names: format.list(actors),
    first: first?.title,
    second: second?.title,
    project: project?.title,
    own: own?.title,
    ...(params['count'] === undefined ? {} : { count: Number(params['count']) }),
    ...(params['groups'] ? { groups: format.list(params['groups'].split(' ').map((group) => t(`groups.${group}`))) } : {}),
    ...(DATES.has(reason.code) && params['date'] ? { date: format.date(params['date']) } : {}),
  };
  const linked = (to: string | null | undefined) => (to ? <Link to={to} /> : <span />);
  const parts = {
    entry: linked(entry?.address),
    asked: linked(asked?.address),
    first: linked(first?.address),
    second: linked(second?.address),
    project: linked(project?.address),
    own: linked(own?.address),
  };
  return <Sentence room="matching" say={`${kind}.${sayOf(reason)}`} values={values} parts={parts} />;
}

/** Some reasons are said otherwise where more, or less, is known. */
function sayOf({ code, params, evidence }: ReasonData): string {
  if (code === 'ALREADY_WORKS_TOGETHER' && !evidence.some(({ type }) => type === 'ACTOR')) return `${code}_US`;
  return params.some(({ name }) => name === 'asked') ? `${code}_OF` : code;
}

interface ReasonsProps {
  reasons: readonly FragmentType<typeof REASON_PARTS>[];
  doubts: readonly FragmentType<typeof REASON_PARTS>[];
  /** So many reasons are told. */
  most?: number | undefined;
  /** Between whom the picture of them is drawn. */
  between: { from: PictureEnd; to: PictureEnd };
  /** The picture is shown when asked for: where many stand close together. */
  folded?: boolean;
}

/** Why somebody fits, what should be asked first, and the same as a small picture. */
export function Reasons({ reasons, doubts, most, between, folded = false }: ReasonsProps) {
  const t = useMessages('matching');
  const told = readFragment(REASON_PARTS, reasons).slice(0, most);
  const asked = readFragment(REASON_PARTS, doubts);
  const picture = <EvidencePicture {...between} reasons={told} doubts={asked} />;
  return (
    <div className="matching-why">
      <div className="matching-why__parts">
        <ul className="matching-reasons">
          {told.map((reason, at) => (
            <li key={at}>
              <ReasonLine reason={reason} />
            </li>
          ))}
          {asked.map((doubt, at) => (
            <li key={`doubt-${at}`} className="matching-doubt">
              <span className="kn-hidden">{t('fits.doubts')}: </span>
              <ReasonLine reason={doubt} kind="doubts" />
            </li>
          ))}
        </ul>
        {folded ? (
          <details className="matching-why__folded">
            <summary>{t('picture.show')}</summary>
            {picture}
          </details>
        ) : (
          picture
        )}
      </div>
    </div>
  );
}
