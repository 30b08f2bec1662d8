import { useRef, useState, type DragEvent } from 'react';
import { TakeFileButton } from '@knotenpunkt/identity/web';
import { FORGOTTEN_AFTER_DAYS, IMPORT_KINDS, IMPORT_LIMITS, type ImportKind } from '@knotenpunkt/imports/domain';
import { sendFile, useRegion, type Fault, type SendProgress } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, FileField, Loading, RadioGroup, Section, useRefusals, type AnyRefusal } from '@knotenpunkt/webkit/ui';

const MEGABYTES = IMPORT_LIMITS.bytes / 1024 / 1024;
const inKilobytes = ({ done, total }: SendProgress) => ({ done: Math.round(done / 1024), total: Math.round(total / 1024) });

/** Says what is in a file, chooses it, or takes one that is dropped, and has it read. */
export function ImportUpload({ onRead }: { onRead: (id: string) => void }) {
  const t = useMessages('imports');
  const sentenceOf = useRefusals('imports');
  const { slug } = useRegion();
  const [kind, setKind] = useState<ImportKind>('ACTORS');
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const choose = async (file: File) => {
    if (progress !== null) return;
    setRefusal(null);
    setFault(null);
    if (file.size > IMPORT_LIMITS.bytes) return setRefusal({ code: 'FILE_TOO_LARGE', params: { max: MEGABYTES } });
    setProgress({ done: 0, total: file.size });
    const name = encodeURIComponent(file.name.slice(-IMPORT_LIMITS.fileName));
    const answer = await sendFile<{ id: string }>(`/dateien/import/${slug}?art=${kind.toLowerCase()}&name=${name}`, file, setProgress);
    setProgress(null);
    if (answer.kind === 'refused') setRefusal(answer.refusal);
    if (answer.kind === 'failed') setFault(answer.fault);
    if (answer.kind === 'done') onRead(answer.value.id);
    else field.current?.focus();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void choose(file);
  };

  const onItsWay = progress !== null && progress.done < progress.total;
  return (
    <Section
      title={t('import.fileTitle')}
      explanation={t('import.fileExplanation', { rows: IMPORT_LIMITS.rows, mb: MEGABYTES, days: FORGOTTEN_AFTER_DAYS })}
    >
      <div className="import-kinds">
        <RadioGroup
          id="import-kind"
          name="kind"
          label={t('import.kind')}
          value={kind}
          onChange={setKind}
          disabled={progress !== null}
          choices={IMPORT_KINDS.map((each) => ({
            value: each,
            label: t(`import.kinds.${each}.title`),
            hint: t(`import.kinds.${each}.hint`),
          }))}
        />
        <TakeFileButton kind="plain" address={`/daten/import/beispiel/${kind.toLowerCase()}.xlsx`} name={t(`import.sampleFile.${kind}`)}>
          {t('import.sample')}
        </TakeFileButton>
      </div>
      <div
        className={over ? 'import-drop import-drop--over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{t('import.drop')}</p>
        <FileField
          ref={field}
          id="import-file"
          label={t('import.choose')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={refusal ? sentenceOf(refusal) : undefined}
          onChoose={(file) => void choose(file)}
        />
        {progress === null ? null : (
          <Loading label={t(onItsWay ? 'import.sending' : 'import.reading')} progress={onItsWay ? inKilobytes(progress) : undefined} />
        )}
        {fault ? <ErrorNotice error={fault} /> : null}
      </div>
    </Section>
  );
}
