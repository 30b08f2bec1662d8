import { useMessages } from '@knotenpunkt/webkit/i18n';
import { FactList, Section } from '@knotenpunkt/webkit/ui';
import type { SectionProps } from './systemState';

/** Which sentence model is loaded, and how much it has yet to read. */
export function MeaningSection({ state }: SectionProps) {
  const t = useMessages('operations');
  const { state: loaded, name, unread } = state.sentenceModel;
  return (
    <Section title={t('meaning.title')} explanation={t('meaning.explanation')}>
      <FactList
        facts={[
          {
            term: t('meaning.model'),
            value: loaded === 'LOADED' ? <span className="operations-name">{name}</span> : t(`meaning.${loaded}`),
          },
          ...(unread === null ? [] : [{ term: t('meaning.unread'), value: t('meaning.texts', { count: unread }) }]),
        ]}
      />
    </Section>
  );
}
