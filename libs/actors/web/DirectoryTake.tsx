import { useState } from 'react';
import { addressOfFilter, type DirectoryFilter } from '@knotenpunkt/actors/domain';
import { takeFile, useRegion } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, showToast } from '@knotenpunkt/webkit/ui';

const KINDS = ['csv', 'xlsx'] as const;

/** What is found as a table to take along, under the filters as they stand. */
export function DirectoryTake({ filter }: { filter: DirectoryFilter }) {
  const t = useMessages('actors');
  const language = useLanguage();
  const { slug } = useRegion();
  const [busy, setBusy] = useState<string | null>(null);
  const take = async (kind: (typeof KINDS)[number]) => {
    setBusy(kind);
    const address = addressOfFilter(filter);
    address.set('sprache', language);
    const name = `${t('take.file')}-${slug}.${kind}`;
    const answer = await takeFile(`/daten/akteure/${slug}.${kind}?${address.toString()}`, name);
    setBusy(null);
    showToast({ text: answer.kind === 'done' ? t('take.done', { name }) : t('take.failed') });
  };
  return (
    <div className="actors-take kn-no-print">
      {KINDS.map((kind) => (
        <Button key={kind} small busy={busy === kind} onClick={() => void take(kind)}>
          {t(`take.${kind}`)}
        </Button>
      ))}
      <span className="actors-wide-only">
        <Button small onClick={() => window.print()}>
          {t('profile.print')}
        </Button>
      </span>
      <p className="actors-quiet">{t('take.hint')}</p>
    </div>
  );
}
