import type { OwnActor } from '@knotenpunkt/actors/web';
import type { KeptOwner, Visibility } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { RadioGroup, type FieldBinding } from '@knotenpunkt/webkit/ui';

/** Whom something is kept for, as a form has it: PERSON, REGION, or the id of an organisation. */
export type OwnerChoice = string;

export function ownerInput(choice: OwnerChoice): { ownerKind: KeptOwner['kind']; ownerActorId: string | null } {
  if (choice === 'PERSON' || choice === 'REGION') return { ownerKind: choice, ownerActorId: null };
  return { ownerKind: 'ACTOR', ownerActorId: choice };
}

/** Whom one keeps it for; nothing to choose where one has only oneself. */
export function OwnerField({ actors, coordinates, ...field }: FieldBinding<OwnerChoice> & { actors: OwnActor[]; coordinates: boolean }) {
  const t = useMessages('network');
  if (actors.length === 0 && !coordinates) return null;
  return (
    <RadioGroup
      {...field}
      label={t('views.form.for')}
      choices={[
        { value: 'PERSON', label: t('views.form.PERSON') },
        ...actors.map(({ id, name }) => ({ value: id, label: t('views.form.ACTOR', { actor: name }) })),
        ...(coordinates ? [{ value: 'REGION', label: t('views.form.REGION') }] : []),
      ]}
    />
  );
}

/** Who may open it, by whom it belongs to. */
export function VisibilityField({ owner, label, ...field }: FieldBinding<Visibility> & { owner: KeptOwner['kind']; label?: string }) {
  const t = useMessages('network');
  const own = { PERSON: 'OWN', ACTOR: 'OWN_ACTOR', REGION: 'OWN_REGION' }[owner];
  return (
    <RadioGroup<Visibility>
      {...field}
      label={label ?? t('views.form.visibility')}
      choices={[
        { value: 'OWN', label: t(`views.form.${own}`) },
        { value: 'LINK', label: t('views.form.LINK') },
        ...(owner === 'REGION' ? [{ value: 'REGION' as const, label: t('views.form.REGION_LIST') }] : []),
      ]}
    />
  );
}
