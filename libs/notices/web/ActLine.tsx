import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOfAct, phraseOfAct } from '@knotenpunkt/notices/domain';
import { graphql, readFragment, type FragmentType } from '@knotenpunkt/webkit/contract';
import { useRegion, useToday } from '@knotenpunkt/webkit/data';
import { dayIn } from '@knotenpunkt/kernel';
import { Sentence, useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';

const ACT = graphql(`
  fragment ActParts on Act {
    at
    verb
    subjectType
    subjectTitle
    subjectSlug
    personName
    actor {
      id
      name
      shortName
      slug
      kind
    }
  }
`);

/** Who did what, with the day and the way to it. `beside` stands after it. */
export function ActLine({ act: fragment, beside }: { act: FragmentType<typeof ACT>; beside?: ReactNode }) {
  const t = useMessages('notices');
  const format = useFormat();
  const today = useToday();
  const { timeZone } = useRegion();
  const act = readFragment(ACT, fragment);
  const address = addressOfAct(act);
  return (
    <li>
      <span className="notices-acts__day">{format.recent(dayIn(new Date(act.at), timeZone), today)}</span>
      {act.actor ? <KindMark kind={act.actor.kind} size={18} silent /> : <span />}
      <span>
        <Sentence
          room="notices"
          say={phraseOfAct(act.verb)!}
          values={{ who: act.actor ? act.actor.shortName || act.actor.name : t('mail.coordination'), title: act.subjectTitle }}
          parts={{
            actor: act.actor ? <Link className="notices-acts__actor" to={`/akteure/${act.actor.slug}`} /> : <strong />,
            act: address ? <Link to={address} /> : <span />,
          }}
        />
        {act.personName ? <span className="kn-muted"> {t('acting', { name: act.personName })}</span> : null}
        {beside ? <> {beside}</> : null}
      </span>
    </li>
  );
}
