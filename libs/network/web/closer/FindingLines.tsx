import type { ReactNode } from 'react';
import type { NetworkOverview, OverviewActor } from '@knotenpunkt/network/domain';
import { FollowButton } from '@knotenpunkt/notices/web';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark, TextButton } from '@knotenpunkt/webkit/ui';
import { useCommunityName } from '../communityName';
import type { FoundMissing } from '../Findings';
import { ProposeAlliance } from './ProposeAlliance';
import type { IntroducePart } from './Way';

/** What every line knows besides what was found. */
export interface FindingContext {
  overview: NetworkOverview;
  onChoose: (slug: string) => void;
  introduce: IntroducePart;
}

type Meeting = { a: string; b: string; through: string } | null | undefined;

/** Without it others lose every way to the rest. */
export function BridgeLine({ bridge, ...context }: FindingContext & { bridge: FoundMissing['bridges'][number] }) {
  const t = useMessages('network');
  const actor = context.overview.byId(bridge.actorId);
  if (!actor) return null;
  return (
    <Line actors={[actor]} context={context} meeting={bridge.meeting} follow={actor}>
      {t('findings.bridge', { count: bridge.cutOff })}
    </Line>
  );
}

/** Two kinds no two of which work together. */
export function BenchLine({ benches, ...context }: FindingContext & { benches: FoundMissing['unmetBenches'][number] }) {
  const t = useMessages('network');
  const [one, other] = benches.kinds;
  const [n, m] = benches.actors;
  return (
    <Line
      marks={
        <>
          <KindMark kind={one!} size={16} silent />
          <KindMark kind={other!} size={16} silent />
        </>
      }
      context={context}
      meeting={benches.meeting}
    >
      {t('findings.bench', { one: t(`webkit:kinds.${one}`), other: t(`webkit:kinds.${other}`), n, m })}
    </Line>
  );
}

/** An actor that few or none know. */
export function EdgeLine({ edge, ...context }: FindingContext & { edge: FoundMissing['edgeActors'][number] }) {
  const t = useMessages('network');
  const actor = context.overview.byId(edge.actorId);
  const tiedTo = edge.tiedTo ? context.overview.byId(edge.tiedTo) : null;
  if (!actor) return null;
  return (
    <Line actors={[actor]} context={context} meeting={edge.meeting} follow={actor}>
      {tiedTo ? t('closer.findings.onlyTiedTo', { name: tiedTo.label }) : t('closer.findings.tiedToNobody')}
    </Line>
  );
}

/** Two communities with a theme in common and no tie. */
export function ApartLine({ apart, ...context }: FindingContext & { apart: FoundMissing['apart'][number] }) {
  const t = useMessages('network');
  const language = useLanguage();
  const nameOf = useCommunityName();
  const [one, other] = apart.communities.map((id) => context.overview.communities.find((community) => community.id === id));
  if (!one || !other) return null;
  const foremost = apart.foremost.map((ids) => ids.flatMap((id) => context.overview.byId(id) ?? []));
  const table = foremost.flatMap((actors) => actors.slice(0, 2));
  return (
    <Line
      actors={foremost.flatMap((actors) => actors.slice(0, 1))}
      context={context}
      acts={<ProposeAlliance actorIds={table.map(({ id }) => id)} themes={[apart.theme]} />}
    >
      {t('closer.findings.apartWhy', {
        one: nameOf(one.naming),
        other: nameOf(other.naming),
        theme: themeLabel(apart.theme, language),
        n: apart.actors[0],
        m: apart.actors[1],
      })}
    </Line>
  );
}

interface LineProps {
  context: FindingContext;
  actors?: readonly OverviewActor[];
  marks?: ReactNode;
  meeting?: Meeting;
  follow?: OverviewActor;
  acts?: ReactNode;
  children: ReactNode;
}

/** Who, why, and what one can do: bring two together, follow, propose an alliance. */
function Line({ context: { overview, onChoose, introduce }, actors = [], marks, meeting, follow, acts, children }: LineProps) {
  const t = useMessages('network');
  const [a, b, through] = meeting ? [meeting.a, meeting.b, meeting.through].map((id) => overview.byId(id)) : [];
  return (
    <li className="network-finding">
      {actors.map((actor) => (
        <p key={actor.id} className="network-finding__who">
          <KindMark kind={actor.kind} size={16} />
          <TextButton onClick={() => onChoose(actor.slug)}>{actor.label}</TextButton>
        </p>
      ))}
      {marks ? <p className="network-finding__who">{marks}</p> : null}
      <p>{children}</p>
      {a && b && through ? (
        <p className="kn-meta">{t('closer.findings.meeting', { a: a.label, b: b.label, through: through.label })}</p>
      ) : null}
      <div className="network-acts">
        {a && b && through ? introduce({ a: { id: a.id, name: a.label }, b: { id: b.id, name: b.label }, through: through.id }) : null}
        {acts}
        {follow ? <FollowButton type="ACTOR" id={follow.id} title={follow.label} quiet /> : null}
      </div>
    </li>
  );
}
