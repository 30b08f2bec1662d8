import { useRef, useState } from 'react';
import { LIST_COLUMNS, LIST_LIMITS, THREAD_LIMITS } from '@knotenpunkt/coordination/domain';
import { sendFile, takeFile, useRegion, type Fault, type SendProgress } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, FactList, FileField, Loading, Section, useRefusals, type AnyRefusal } from '@knotenpunkt/webkit/ui';

const MEGABYTES = LIST_LIMITS.bytes / 1024 / 1024;
const inKilobytes = ({ done, total }: SendProgress) => ({ done: Math.round(done / 1024), total: Math.round(total / 1024) });

/** Chooses a file and has it read; beside it the template. `again`: one was read already. */
export function ListUpload({ again, onRead }: { again: boolean; onRead: (id: string) => void }) {
  const t = useMessages('coordination');
  const sentenceOf = useRefusals('coordination');
  const { slug } = useRegion();
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const choose = async (file: File) => {
    if (progress !== null) return;
    setRefusal(null);
    setFault(null);
    if (file.size > LIST_LIMITS.bytes) return setRefusal({ code: 'FILE_TOO_LARGE', params: { max: MEGABYTES } });
    setProgress({ done: 0, total: file.size });
    const answer = await sendFile<{ id: string }>(`/dateien/liste/${slug}`, file, setProgress);
    setProgress(null);
    if (answer.kind === 'refused') setRefusal(answer.refusal);
    if (answer.kind === 'failed') setFault(answer.fault);
    if (answer.kind === 'done') onRead(answer.value.id);
    else field.current?.focus();
  };

  const onItsWay = progress !== null && progress.done < progress.total;
  return (
    <Section
      title={t(again ? 'list.otherTitle' : 'list.fileTitle')}
      explanation={t('list.fileExplanation', { rows: LIST_LIMITS.rows, mb: MEGABYTES })}
    >
      <div className="list-upload">
        <FileField
          ref={field}
          id="thread-list"
          label={t(again ? 'list.chooseOther' : 'list.choose')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={refusal ? sentenceOf(refusal) : undefined}
          onChoose={(file) => void choose(file)}
        >
          <TemplateButton onFault={setFault} />
        </FileField>
        {progress === null ? null : (
          <Loading label={t(onItsWay ? 'list.sending' : 'list.working')} progress={onItsWay ? inKilobytes(progress) : undefined} />
        )}
        {fault ? <ErrorNotice error={fault} /> : null}
      </div>
      <details className="list-columns" open={!again}>
        <summary>{t('list.columnsTitle')}</summary>
        <FactList
          facts={LIST_COLUMNS.map((column) => ({
            term: t(`list.columns.${column}`),
            value: t(`list.columnsHint.${column}`, { max: THREAD_LIMITS.title }),
          }))}
        />
      </details>
    </Section>
  );
}

function TemplateButton({ onFault }: { onFault: (fault: Fault | null) => void }) {
  const t = useMessages('coordination');
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await takeFile(`/daten/liste/vorlage.xlsx?sprache=${language}`, t('list.template.file'));
    setBusy(false);
    onFault(answer.kind === 'failed' ? answer.fault : null);
  };
  return (
    <Button kind="plain" busy={busy} onClick={() => void take()}>
      {t('list.template.take')}
    </Button>
  );
}
