import { ageOf } from '@knotenpunkt/actors/domain';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';

/** "zuletzt bestätigt vor 14 Monaten". */
export function useAge(): (confirmedOn: string) => string {
  const t = useMessages('actors');
  const today = useToday();
  return (confirmedOn) => {
    const { unit, count } = ageOf(confirmedOn, today);
    return count === 0 ? t('confirmation.age.today') : t(`confirmation.age.${unit}`, { count });
  };
}
