import { useState } from 'react';
import { writePeriod, type DayPeriod } from '@knotenpunkt/kernel';
import { takeFile, useRegion, type Answer } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Notice, useRefusals } from '@knotenpunkt/webkit/ui';

const FORMATS = ['docx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** Takes the report of a period along as a file. */
export function ReportDownloads({ period }: { period: DayPeriod }) {
  const t = useMessages('coordination');
  const sentence = useRefusals('coordination');
  const language = useLanguage();
  const { slug } = useRegion();
  const [making, setMaking] = useState<Format | null>(null);
  const [answer, setAnswer] = useState<Answer<{ name: string }> | null>(null);
  const take = async (format: Format) => {
    setMaking(format);
    setAnswer(null);
    const days = writePeriod(period);
    setAnswer(
      await takeFile(
        `/daten/bericht/${slug}.${format}?zeitraum=${days}&sprache=${language}`,
        `${t('reportPage.file')}-${slug}-${period.from}-${period.until}.${format}`,
      ),
    );
    setMaking(null);
  };
  return (
    <div className="report-downloads">
      <div className="report-downloads__formats" role="group" aria-label={t('reportPage.download')}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            kind={format === 'docx' ? 'primary' : 'secondary'}
            busy={making === format}
            aria-disabled={making !== null || undefined}
            onClick={() => {
              if (making === null) void take(format);
            }}
          >
            {t(`reportPage.${format}`)}
          </Button>
        ))}
      </div>
      <div role="status">
        {making ? t('reportPage.making') : null}
        {answer?.kind === 'done' ? <Notice tone="kept">{t('reportPage.made', { file: answer.value.name })}</Notice> : null}
      </div>
      {answer?.kind === 'failed' ? <ErrorNotice error={answer.fault} /> : null}
      {answer?.kind === 'refused' ? (
        <div role="alert">
          <Notice tone="error">{sentence(answer.refusal)}</Notice>
        </div>
      ) : null}
    </div>
  );
}
