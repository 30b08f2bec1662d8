import { REGISTRATION_LIMITS } from '@knotenpunkt/actors/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextArea, TextField, type FieldBinding } from '@knotenpunkt/webkit/ui';

/** Who somebody is in the organisation, and how that can be verified. */
export function StandingFields({ field }: { field: (name: 'position' | 'evidence') => FieldBinding<string> }) {
  const t = useMessages('actors');
  return (
    <>
      <TextField label={t('registration.position')} hint={t('registration.positionHint')} {...field('position')} />
      <TextArea
        label={t('registration.evidence')}
        hint={t('registration.evidenceHint')}
        max={REGISTRATION_LIMITS.evidence}
        {...field('evidence')}
      />
    </>
  );
}
