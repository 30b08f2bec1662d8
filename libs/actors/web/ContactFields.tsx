import { CONTACT_VISIBILITIES, MOST_CONTACTS, newContact, type Contact, type ContactVisibility } from '@knotenpunkt/actors/domain';
import { newId } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, FieldRow, Fields, Select, TextButton, TextField, type FieldError } from '@knotenpunkt/webkit/ui';

export interface ContactFieldsProps {
  contacts: Contact[];
  onChange: (contacts: Contact[]) => void;
  /** Errors of the form; those of a contact are named `contacts.<place>.<field>`. */
  errors: readonly FieldError[];
  onLeave: () => void;
}

/** The contacts of a Steckbrief; a new one is hidden until somebody releases it. */
export function ContactFields({ contacts, onChange, errors, onLeave }: ContactFieldsProps) {
  const t = useMessages('actors');
  const set = (at: number, part: Partial<Contact>) =>
    onChange(contacts.map((contact, place) => (place === at ? { ...contact, ...part } : contact)));
  return (
    <div className="actors-contacts">
      {contacts.map((contact, at) => {
        const binding = (field: 'name' | 'role' | 'email' | 'phone') => {
          const name = `contacts.${at}.${field}`;
          const error = errors.find((each) => each.field === name);
          return {
            id: error?.id || `${contact.id}-${field}`,
            name,
            value: contact[field],
            onChange: (value: string) => set(at, { [field]: value }),
            onLeave,
            error: error?.message,
          };
        };
        return (
          <fieldset key={contact.id} className="actors-contact">
            <legend className="kn-strong">{t('edit.contact', { number: at + 1 })}</legend>
            <Fields>
              <FieldRow>
                <TextField label={t('edit.contactName')} {...binding('name')} />
                <TextField label={t('edit.contactRole')} optional {...binding('role')} />
              </FieldRow>
              <FieldRow>
                <TextField label={t('edit.contactEmail')} type="email" optional {...binding('email')} />
                <TextField label={t('edit.contactPhone')} type="tel" optional {...binding('phone')} />
              </FieldRow>
              <Select<ContactVisibility>
                id={`${contact.id}-visibility`}
                name={`contacts.${at}.visibility`}
                label={t('edit.contactVisibility')}
                value={contact.visibility}
                onChange={(visibility) => set(at, { visibility })}
                options={CONTACT_VISIBILITIES.map((value) => ({ value, label: t(`contacts.visibility.${value}`) }))}
              />
              <div>
                <TextButton onClick={() => onChange(contacts.filter((each) => each.id !== contact.id))}>
                  {t('edit.removeContact')}
                </TextButton>
              </div>
            </Fields>
          </fieldset>
        );
      })}
      {contacts.length < MOST_CONTACTS ? (
        <div>
          <Button small onClick={() => onChange([...contacts, newContact(newId())])}>
            {t('edit.addContact')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
