import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType, type ResultOf } from '@knotenpunkt/webkit/contract';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

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
      address
    }
  }
`);

export type ReasonData = ResultOf<typeof REASON_PARTS>;

const DATES = new Set(['ONLY_FROM', 'ONLY_UNTIL', 'CONFIRMED_LONG_AGO']);

/** One reason or doubt as a sentence; the offer, the need or the two actors it rests on lead to the Steckbrief that shows them. */
export function ReasonLine({ reason, kind = 'reasons' }: { reason: ReasonData; kind?: 'reasons' | 'doubts' }) {
  const themes = useMessages('themes');
  const format = useFormat();
  const params = Object.fromEntries(reason.params.map(({ name, value }) => [name, value]));
  const named = reason.evidence.map(({ type, title }) => (type === 'BENCH' ? themes(`benches.${title}`) : title));
  const address = reason.evidence.find(({ type }) => type === 'ENTRY')?.address;
  const [first, second] = reason.evidence.filter(({ type }) => type === 'ACTOR');
  const actors = reason.evidence.filter(({ type }) => type === 'ACTOR').map(({ title }) => title);
  const values: Record<string, unknown> = {
    ...params,
    name: named[0],
    names: format.list(actors),
    first: first?.title,
    second: second?.title,
    ...(params['count'] === undefined ? {} : { count: Number(params['count']) }),
    ...(DATES.has(reason.code) && params['date'] ? { date: format.date(params['date']) } : {}),
  };
  const code = reason.code === 'ALREADY_WORKS_TOGETHER' && actors.length === 0 ? 'ALREADY_WORKS_TOGETHER_US' : reason.code;
  const linked = (to: string | null | undefined) => (to ? <Link to={to} /> : <span />);
  const parts = { entry: linked(address), first: linked(first?.address), second: linked(second?.address) };
  return <Sentence room="matching" say={`${kind}.${code}`} values={values} parts={parts} />;
}

interface ReasonsProps {
  reasons: readonly FragmentType<typeof REASON_PARTS>[];
  doubts: readonly FragmentType<typeof REASON_PARTS>[];
  /** So many reasons are told. */
  most?: number | undefined;
}

/** Why somebody fits, and after it what should be asked first. */
export function Reasons({ reasons, doubts, most }: ReasonsProps) {
  const t = useMessages('matching');
  return (
    <ul className="matching-reasons">
      {readFragment(REASON_PARTS, reasons)
        .slice(0, most)
        .map((reason, at) => (
          <li key={at}>
            <ReasonLine reason={reason} />
          </li>
        ))}
      {readFragment(REASON_PARTS, doubts).map((doubt, at) => (
        <li key={`doubt-${at}`} className="matching-doubt">
          <span className="kn-hidden">{t('fits.doubts')}: </span>
          <ReasonLine reason={doubt} kind="doubts" />
        </li>
      ))}
    </ul>
  );
}
