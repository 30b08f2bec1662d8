import { Fragment, type ReactNode } from 'react';
import { useMessages, useFormat, useLanguage } from '@knotenpunkt/webkit/i18n';
import { themeLabel } from '@knotenpunkt/themes/domain';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { graphql } from '@knotenpunkt/webkit/contract';
import { Breadcrumbs, Button, FactLine, KindMark, LinkButton, PageHeader, ProvenanceNote, showToast, Tag } from '@knotenpunkt/webkit/ui';
import { ActorLink } from './ActorLink';
import { ActorLogo } from './ActorLogo';
import { Age } from './confirmation/Age';
import type { Steckbrief } from './useSteckbrief';
import './actors.css';

const CONFIRM = graphql(`
  mutation ConfirmProfile($input: ConfirmProfileInput!) {
    confirmProfile(input: $input) {
      ... on Actor {
        id
        confirmedOn
        outdated
        version
        provenance
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Who they are: name, one line, themes, place, size, and how current it is. `actions` stand before the room's own. */
export function ActorHeader({ actor, actions, onChange }: { actor: Steckbrief; actions?: ReactNode; onChange?: () => void }) {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const format = useFormat();
  const language = useLanguage();
  const { send, busy } = useMutationAnswer(CONFIRM);
  const mine = actor.availableActions.includes('updateProfile');
  const confirm = async () => {
    const answer = await send({ input: { actorId: actor.id, expectedVersion: actor.version } });
    if (answer.kind === 'done') showToast({ text: t('profile.confirmDone') });
    onChange?.();
  };
  return (
    <PageHeader
      title={actor.name}
      mark={<KindMark kind={actor.kind} size={28} />}
      picture={actor.logo ? <ActorLogo src={actor.logo.address} size="large" /> : null}
      lead={actor.summary}
      breadcrumbs={<Breadcrumbs crumbs={[{ label: t('directory.title'), to: '/akteure' }, { label: tKinds(`legend.${actor.kind}`) }]} />}
      facts={
        <>
          {actor.themes.map((id) => (
            <Tag key={id}>{themeLabel(id, language)}</Tag>
          ))}
          <FactLine
            parts={[
              [actor.district, actor.city].filter(Boolean).join(', '),
              actor.size && t(`profile.sizes.${actor.size}`),
              actor.parent && (
                <>
                  {t('profile.partOf')} <ActorLink actor={actor.parent} />
                </>
              ),
              actor.employer && (
                <>
                  {t('profile.councilOf')} <ActorLink actor={actor.employer} />
                </>
              ),
              actor.councils.length > 0 && (
                <>
                  {t('profile.councils')}{' '}
                  {actor.councils.map((council, at) => (
                    <Fragment key={council.id}>
                      {at > 0 ? ', ' : null}
                      <ActorLink actor={council} />
                    </Fragment>
                  ))}
                </>
              ),
              actor.collective && t('profile.collective'),
              actor.outdated ? (
                <Age of={actor} />
              ) : actor.confirmedOn ? (
                t('profile.confirmed', { date: format.date(actor.confirmedOn) })
              ) : (
                actor.provenance === 'ENTERED' && t('profile.neverConfirmed')
              ),
            ]}
          />
          {actor.provenance === 'ENTERED' ? null : <ProvenanceNote kind={actor.provenance} source={actor.sourceNote ?? undefined} />}
        </>
      }
      actions={
        <>
          <span className="actors-wide-only">
            <Button kind="plain" onClick={() => window.print()}>
              {t('profile.print')}
            </Button>
          </span>
          {mine ? (
            <Button kind="plain" busy={busy} onClick={() => void confirm()}>
              {t('profile.confirm')}
            </Button>
          ) : null}
          {mine ? <LinkButton to={`/akteure/${actor.slug}/bearbeiten`}>{t('profile.edit')}</LinkButton> : null}
          {actions}
        </>
      }
    />
  );
}
