import { useState } from 'react';
import { checkLink, checkText, type Result } from '@knotenpunkt/kernel';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  DateField,
  DraftNote,
  ErrorSummary,
  FieldRow,
  Fields,
  FileField,
  FormFoot,
  KindMark,
  RadioGroup,
  SearchField,
  Select,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { Specimen } from './Specimen';

const START = {
  title: '',
  text: '',
  website: '',
  theme: '',
  partner: null as string | null,
  from: '2026-12-01',
  until: '',
  audience: 'PUBLIC' as 'PUBLIC' | 'MEMBERS' | null,
  kinds: ['ADMINISTRATION'] as string[],
  agreed: false,
};

function refusalOf(result: Result<unknown>) {
  return result.ok ? null : result.refusal;
}

function check(values: typeof START) {
  return [
    refusalOf(checkText('title', values.title, { max: 80 })),
    refusalOf(checkText('text', values.text, { max: 120, optional: true })),
    refusalOf(checkLink('website', values.website)),
    values.until && values.until < values.from ? { code: 'DATE_ORDER', field: 'until' } : null,
  ];
}

const PARTNERS = [
  { id: 'a', text: 'Bildungswerk Kompass e. V.', kind: 'EDUCATION' },
  { id: 'b', text: 'Spedition Hellwald', kind: 'COMPANY' },
  { id: 'c', text: 'Betriebsrat Klinikum Westpark', kind: 'UNION' },
];

export function FormSpecimen() {
  const form = useForm({ room: 'webkit', initial: START, check, draft: 'gallery' });
  const [search, setSearch] = useState('Lehrwerkstatt');
  return (
    <>
      <Specimen title="Formular">
        <form onSubmit={form.submit(() => form.done())} noValidate>
          <Fields>
            <DraftNote kept={form.draftKept} onDiscard={() => form.done()} />
            <ErrorSummary errors={form.errors} attempts={form.attempts} />
            <TextField label="Worum geht es?" hint="Ein Satz, den auch Fremde verstehen." {...form.field('title')} />
            <TextArea label="Mehr dazu" optional max={120} rows={3} {...form.field('text')} />
            <TextField label="Internetseite" optional type="url" {...form.field('website')} />
            <FieldRow>
              <DateField label="Von" {...form.field('from')} />
              <DateField label="Bis" optional {...form.field('until')} />
            </FieldRow>
            <ComboBox
              label="Mit wem?"
              hint="Schreiben Sie einen Teil des Namens."
              optional
              options={PARTNERS.map(({ id, text, kind }) => ({
                id,
                text,
                content: (
                  <>
                    <KindMark kind={kind} silent />
                    {text}
                  </>
                ),
              }))}
              {...form.field('partner')}
            />
            <FormFoot>
              <Button kind="primary" type="submit">
                Eintragen
              </Button>
              <Button onClick={() => form.refuse({ code: 'NOT_PERMITTED' })}>Abgelehnt zeigen</Button>
            </FormFoot>
          </Fields>
        </form>
      </Specimen>
      <Specimen title="Auswählen und suchen">
        <SearchField label="Zusage suchen" value={search} onChange={setSearch} />
        <Select
          label="Handlungsfeld"
          none="Alle Felder"
          options={['Demografie', 'Digitalisierung', 'Dekarbonisierung', 'Deglobalisierung'].map((value) => ({ value, label: value }))}
          {...form.field('theme')}
        />
        <RadioGroup
          label="Wer darf das sehen?"
          choices={[
            { value: 'PUBLIC', label: 'Alle', hint: 'Auch Besucher:innen ohne Konto.' },
            { value: 'MEMBERS', label: 'Mitglieder der Region' },
          ]}
          {...form.field('audience')}
        />
        <CheckboxGroup
          label="Von wem"
          small
          choices={['ADMINISTRATION', 'COMPANY', 'EDUCATION'].map((kind, index) => ({
            value: kind,
            label: (
              <>
                <KindMark kind={kind} size={14} silent />
                {['Verwaltung', 'Wirtschaft', 'Bildung'][index]}
              </>
            ),
            count: [14, 19, 11][index],
          }))}
          {...form.field('kinds')}
        />
        <Checkbox label="Ich handle mit Mandat" hint="Ein Klick bindet Ihre Organisation." {...form.field('agreed')} />
        <TextField
          id="wrong"
          name="wrong"
          label="Mit Fehler"
          value="harkenrode"
          onChange={() => undefined}
          error="Diese Adresse hat nicht die Form einer Internetadresse, zum Beispiel www.beispiel.de."
        />
        <FileField
          id="file"
          label="Bild wählen"
          accept="image/png"
          error="Diese Datei ist leer. Wählen Sie eine andere."
          onChoose={() => undefined}
        />
        <TextField id="off" name="off" label="Gesperrt" value="steht fest" onChange={() => undefined} disabled />
      </Specimen>
    </>
  );
}
