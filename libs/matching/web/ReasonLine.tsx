import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
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

/** One reason or doubt as a sentence; the offer or need it rests on leads to the Steckbrief that shows it. */
export function ReasonLine({ reason, kind = 'reasons' }: { reason: ReasonData; kind?: 'reasons' | 'doubts' }) {
  const themes = useMessages('themes');
  const format = useFormat();
  const params = Object.fromEntries(reason.params.map(({ name, value }) => [name, value]));
  const named = reason.evidence.map(({ type, title }) => (type === 'BENCH' ? themes(`benches.${title}`) : title));
  const address = reason.evidence.find(({ type }) => type === 'ENTRY')?.address;
  const actors = reason.evidence.filter(({ type }) => type === 'ACTOR').map(({ title }) => title);
  const values: Record<string, unknown> = {
    ...params,
    name: named[0],
    names: format.list(actors),
    ...(params['count'] === undefined ? {} : { count: Number(params['count']) }),
    ...(DATES.has(reason.code) && params['date'] ? { date: format.date(params['date']) } : {}),
  };
  const code = reason.code === 'ALREADY_WORKS_TOGETHER' && actors.length === 0 ? 'ALREADY_WORKS_TOGETHER_US' : reason.code;
  return <Sentence room="matching" say={`${kind}.${code}`} values={values} parts={{ entry: address ? <Link to={address} /> : <span /> }} />;
}
