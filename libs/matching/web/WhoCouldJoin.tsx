import { useState } from 'react';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useViewer } from '@knotenpunkt/identity/web';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { skipToken, useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, KindMark, Section, Segments } from '@knotenpunkt/webkit/ui';
import type { PictureEnd } from './EvidencePicture';
import { Covered } from './Proposals';
import { Reasons } from './ReasonLine';
import './matching.css';

const PARTNERS = graphql(`
  query ProposedPartners($slug: String!) {
    proposedPartners(initiativeSlug: $slug) {
      benches {
        kind
        minimum
        taken
        employeesSide
      }
      coverage {
        competence
        worth
      }
      members {
        fixed
        actor {
          id
          name
          slug
          kind
        }
        reasons {
          ...ReasonParts
        }
        doubts {
          ...ReasonParts
        }
      }
    }
  }
`);

type Told = NonNullable<ResultOf<typeof PARTNERS>['proposedPartners']>[number];

/** Reasons told of each. */
const TOLD = 2;

/** On the page of a Vorhaben, for members: who could bring what it still looks for, in up to three different combinations. */
export function WhoCouldJoin({ initiative }: { initiative: { slug: string; title: string } }) {
  const t = useMessages('matching');
  const format = useFormat();
  const viewer = useViewer();
  const member = viewer ? viewer.coordinator || viewer.mandates.length > 0 : false;
  const [chosen, choose] = useState('0');
  const { data, refetch } = useQuery(PARTNERS, member ? { variables: { slug: initiative.slug } } : skipToken);
  useLiveChanges(['actor', 'initiative'], () => {
    if (member) void refetch();
  });
  const proposals = data?.proposedPartners ?? [];
  const proposal = proposals[Number(chosen)] ?? proposals[0];
  if (!proposal) return null;
  return (
    <Section title={t('partners.title')} explanation={t('partners.explanation')}>
      {proposals.length > 1 ? (
        <Segments
          label={t('partners.which')}
          value={chosen}
          onChange={choose}
          options={proposals.map((_, at) => ({ value: String(at), label: t('proposals.one', { number: format.number(at + 1) }) }))}
        />
      ) : null}
      <EntryList label={t('partners.title')}>
        {proposal.members.flatMap((member) =>
          member.fixed ? [] : [<Newcomer key={member.actor.id} from={{ name: initiative.title, sign: 'INITIATIVE' }} member={member} />],
        )}
      </EntryList>
      <Covered proposal={proposal} />
    </Section>
  );
}

function Newcomer({ from, member: { actor, reasons, doubts } }: { from: PictureEnd; member: Told['members'][number] }) {
  return (
    <Entry mark={<KindMark kind={actor.kind} size={18} />} title={<ActorLink actor={actor} />}>
      <Reasons reasons={reasons} doubts={doubts} most={TOLD} between={{ from, to: actor }} />
    </Entry>
  );
}
