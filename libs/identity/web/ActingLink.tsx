import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Section } from '@knotenpunkt/webkit/ui';
import { useActsFor } from './useActsFor';

/** "Wer für uns handelt", on what an organisation's own people see of it; nothing for others. */
export function ActingLink({ actor, title }: { actor: { id: string; slug: string; name: string }; title?: string }) {
  const t = useMessages('identity');
  if (!useActsFor(actor.id)) return null;
  return (
    <Section title={title ?? t('acting.title')} explanation={t('acting.lead', { actor: actor.name })}>
      <LinkButton to={`/akteure/${actor.slug}/mandate`}>{t('acting.title')}</LinkButton>
    </Section>
  );
}
