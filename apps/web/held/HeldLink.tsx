import { useActsFor } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';
import type { ActorPart } from '../actor/parts';

/** At the head of one's own Steckbrief: the way to what is held on the organisation. */
export const HeldLink: ActorPart = ({ actor }) => {
  const t = useMessages('app');
  const own = useActsFor(actor.id);
  return own ? (
    <LinkButton kind="plain" to={`/akteure/${actor.slug}/festgehalten`}>
      {t('held.title')}
    </LinkButton>
  ) : null;
};
