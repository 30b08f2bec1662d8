import { newId } from '@knotenpunkt/kernel';
import type { DutyPage } from '@knotenpunkt/moderation/domain';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Entry, EntryList, FactLine, Section, Tag, useAnswerToast } from '@knotenpunkt/webkit/ui';
import { useRestoringDuty, type ShownVersion } from './useDutyPages';

interface DutyVersionsProps {
  page: DutyPage;
  /** Number of the version that stands there now. */
  current: number;
  versions: readonly ShownVersion[];
  onChange: () => void;
}

/** What stood on a page so far: who wrote it when, and the way back. */
export function DutyVersions({ page, current, versions, onChange }: DutyVersionsProps) {
  const t = useMessages('moderation');
  const tell = useAnswerToast('moderation');
  const { send, busy } = useRestoringDuty();
  const restore = async (number: number) => {
    tell(await send({ input: { id: newId(), page, number, expectedVersion: current } }), t('duty.restored'));
    onChange();
  };
  return (
    <Section title={t('duty.history')} explanation={t('duty.historyExplanation')}>
      <EntryList label={t('duty.history')}>
        {versions.map((version) => (
          <Version
            key={version.number}
            version={version}
            isCurrent={version.number === current}
            busy={busy}
            onRestore={() => void restore(version.number)}
          />
        ))}
      </EntryList>
    </Section>
  );
}

function Version({
  version,
  isCurrent,
  busy,
  onRestore,
}: {
  version: ShownVersion;
  isCurrent: boolean;
  busy: boolean;
  onRestore: () => void;
}) {
  const t = useMessages('moderation');
  const format = useFormat();
  const language = useLanguage();
  const { timeZone } = useRegion();
  const { number, writtenAt, personName, restoredFrom } = version;
  const name = number === 0 ? t('duty.settingsVersion') : t('duty.version', { number });
  const by = personName === null ? t('duty.byUnknown') : t('duty.by', { name: personName });
  return (
    <Entry
      title={name}
      beside={isCurrent ? <Tag>{t('duty.current')}</Tag> : null}
      meta={
        <FactLine
          parts={[
            writtenAt && format.moment(writtenAt, timeZone),
            number > 0 && by,
            restoredFrom === 0 && t('duty.againSettings'),
            restoredFrom !== null && restoredFrom > 0 && t('duty.again', { number: restoredFrom }),
          ]}
        />
      }
      actions={
        isCurrent ? null : (
          <Button small busy={busy} onClick={onRestore} aria-label={`${t('duty.restore')}: ${name}`}>
            {t('duty.restore')}
          </Button>
        )
      }
    >
      <details>
        <summary>{t('duty.showText')}</summary>
        <pre className="moderation-source">{language === 'en' ? version.textEn : version.textDe}</pre>
      </details>
    </Entry>
  );
}
