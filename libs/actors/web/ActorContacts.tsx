import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, FactLine, Section } from '@knotenpunkt/webkit/ui';
import type { Steckbrief } from './useSteckbrief';

/** Whom one can write to, as far as the reader may see it, and how the others are reached. */
export function ActorContacts({ actor }: { actor: Steckbrief }) {
  const t = useMessages('actors');
  const mine = actor.availableActions.includes('updateProfile');
  const { contacts, hiddenContactCount } = actor;
  const nobody = contacts.length === 0 && hiddenContactCount === 0;
  return (
    <Section title={t('contacts.title')}>
      {contacts.length > 0 ? (
        <EntryList label={t('contacts.title')}>
          {contacts.map((contact) => (
            <Entry
              key={contact.id}
              title={contact.name}
              meta={mine ? t('contacts.seenBy', { who: t(`contacts.visibility.${contact.visibility}`) }) : null}
            >
              <FactLine
                parts={[
                  contact.role,
                  contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>,
                  contact.phone && <a href={`tel:${contact.phone.replace(/[^+0-9]/g, '')}`}>{contact.phone}</a>,
                ]}
              />
            </Entry>
          ))}
        </EntryList>
      ) : null}
      {hiddenContactCount > 0 ? <p>{t('contacts.hidden', { count: hiddenContactCount })}</p> : null}
      {nobody ? <p className="actors-quiet">{t(actor.provenance === 'ENTERED' ? 'contacts.none' : 'contacts.noneReported')}</p> : null}
    </Section>
  );
}
