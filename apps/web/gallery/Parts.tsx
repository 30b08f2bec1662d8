import { useState } from 'react';
import { Link } from 'react-router';
import {
  Button,
  Dialog,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  Figures,
  IconButton,
  CloseIcon,
  KeyCap,
  KindMark,
  LinkButton,
  Loading,
  Markdown,
  Menu,
  Notice,
  ProvenanceNote,
  Segments,
  showToast,
  StaleNotice,
  StateMark,
  Steps,
  Tabs,
  Tag,
  TextButton,
} from '@knotenpunkt/webkit/ui';
import { Row, Specimen } from './Specimen';
import { WORDS } from './words';

function Buttons() {
  return (
    <Specimen title="Knöpfe">
      <Row>
        <Button kind="primary">Kontakt anbahnen</Button>
        <Button>Entwurf behalten</Button>
        <Button kind="danger">Zurückziehen</Button>
        <Button kind="plain">Drucken</Button>
      </Row>
      <Row>
        <Button kind="primary" small>
          Einladen
        </Button>
        <Button small>Tauschen</Button>
        <LinkButton to="/" small>
          Steckbrief
        </LinkButton>
        <TextButton>Warum?</TextButton>
        <IconButton label="Schließen">
          <CloseIcon />
        </IconButton>
      </Row>
      <Row>
        <Button kind="primary" busy>
          Wird gesendet
        </Button>
        <Button disabled>Nicht möglich</Button>
      </Row>
    </Specimen>
  );
}

function Choosing() {
  const [view, setView] = useState('groups');
  const [direction, setDirection] = useState('need');
  return (
    <Specimen title="Umschalten, Menü, Schritte">
      <Row>
        <Segments
          label="Ansicht"
          value={view}
          onChange={setView}
          options={[
            { value: 'groups', label: 'Gemeinschaften' },
            { value: 'rings', label: 'Ringe nach Art' },
            { value: 'map', label: 'Karte' },
          ]}
        />
        <Menu
          look="button"
          trigger="Mitnehmen"
          groups={[
            {
              id: 'files',
              title: 'Als Datei',
              entries: ['CSV', 'PNG', 'GEXF'].map((id) => ({ id, label: id, onChoose: () => undefined })),
            },
          ]}
        />
      </Row>
      <Segments
        label="Richtung"
        look="loose"
        value={direction}
        onChange={setDirection}
        options={[
          { value: 'need', label: 'Wir suchen …' },
          { value: 'offer', label: 'Wir bieten …' },
        ]}
      />
      <Steps label="Stand der Allianz" steps={['Entwurf', 'Einladung', 'gebildet']} current={1} />
      <Row>
        <KeyCap>J</KeyCap>
        <KeyCap>K</KeyCap>
        <KeyCap>Enter</KeyCap>
      </Row>
    </Specimen>
  );
}

function Entries() {
  return (
    <>
      <Specimen title="Einträge">
        <EntryList label="Sucht">
          {WORDS.entries.map(({ title, text, meta }) => (
            <Entry key={title} title={<Link to="/stil">{title}</Link>} meta={meta}>
              {text}
            </Entry>
          ))}
        </EntryList>
      </Specimen>
      <Specimen title="Einträge mit Marke, Stand und Auswahl">
        <EntryList label="Passt dazu">
          <Entry
            mark={<KindMark kind="EDUCATION" size={18} />}
            title={<Link to="/stil">Bildungswerk Kompass e. V.</Link>}
            beside={<Tag>läuft</Tag>}
            actions={
              <>
                <strong>Gut belegt</strong>
                <TextButton>Warum?</TextButton>
                <TextButton>Bekannt machen</TextButton>
              </>
            }
          >
            Bietet „Teilqualifikation Lager“ in Modulen. Sie arbeiten schon am Sprachkurs zusammen.
          </Entry>
          <Entry
            selected
            mark={<KindMark kind="COMPANY" size={18} />}
            title="Codewerft IT-Systemhaus"
            beside={<strong>wird getauscht</strong>}
          >
            Dienstplan-App mit Wunschbuch, prüft Ruhezeiten.
          </Entry>
          <Entry
            over={<StateMark state="overdue">seit 12 Tagen überfällig</StateMark>}
            title={<Link to="/stil">Drei Lehrwerkstatt-Plätze für Metallbau Drahtmühle</Link>}
            meta={<ProvenanceNote source={<a href="/stil">Nordstadtblogger</a>} />}
          >
            <FactLine parts={['Berufskolleg Zechenstraße', null, 'bis 11. November 2026']} />
          </Entry>
        </EntryList>
      </Specimen>
    </>
  );
}

function Feedback() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Specimen title="Hinweise">
        <Notice title="Was eine Zusage ist">Eine Absichtserklärung, kein Vertrag. Nichts verschwindet von dieser Liste.</Notice>
        <Notice tone="due">Es fehlen: zweite Stimme der Beschäftigten, Verband, Bildung.</Notice>
        <Notice tone="kept">Alle haben der aktuellen Fassung zugestimmt.</Notice>
        <ErrorNotice error={{ kind: 'SERVER', number: 'K7-2041' }} onRetry={() => undefined} />
        <StaleNotice onLoad={() => undefined} />
      </Specimen>
      <Specimen title="Warten, Leere, Meldung, Dialog">
        <Loading />
        <Loading label="Das Netzwerk wird berechnet" progress={{ done: 320, total: 1204 }} />
        <EmptyState step={<Button>Angebot eintragen</Button>}>
          Hier steht, was Sie anderen bieten: Räume, Wissen, Plätze, Zeit. Ein Satz genügt.
        </EmptyState>
        <Row>
          <Button onClick={() => showToast({ text: 'Vorschlag zurückgelegt.', undo: () => undefined })}>Meldung zeigen</Button>
          <Button onClick={() => setOpen(true)}>Dialog öffnen</Button>
        </Row>
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title="Einladung zurückziehen?"
          foot={
            <>
              <Button onClick={() => setOpen(false)}>Behalten</Button>
              <Button kind="danger" onClick={() => setOpen(false)}>
                Zurückziehen
              </Button>
            </>
          }
        >
          <p>Das Klinikum Westpark hat noch nicht geantwortet. Der Stuhl wird wieder frei; die anderen erfahren davon.</p>
        </Dialog>
      </Specimen>
    </>
  );
}

export function Parts() {
  return (
    <>
      <Buttons />
      <Choosing />
      <Entries />
      <Feedback />
      <Specimen title="Reiter">
        <Tabs
          label="Vorschläge"
          tabs={[
            { id: 'one', label: 'Vorschlag 1: deckt am meisten ab', content: <p>Vier von sechs Teilen sind gedeckt.</p> },
            { id: 'two', label: 'Vorschlag 2: klein, schnell bereit', content: <p>Drei Mitglieder, ab Januar.</p> },
            { id: 'three', label: 'Vorschlag 3: verbindet neue Leute', content: <p>Zwei haben noch nie zusammengearbeitet.</p> },
          ]}
        />
      </Specimen>
      <Specimen title="Text, Zahlen, Herkunft">
        <Figures
          figures={[
            { value: '3', label: 'überfällig', tone: 'overdue' },
            { value: '22', label: 'offen' },
            { value: '37', label: 'gehalten', tone: 'kept' },
            { value: '2', label: 'zurückgezogen' },
          ]}
        />
        <Row>
          <Tag>Deglobalisierung</Tag>
          <Tag>Demografie</Tag>
          <ProvenanceNote kind="EDITORIAL" />
          <ProvenanceNote kind="INFERRED" />
        </Row>
        <Markdown html={WORDS.markdown} />
      </Specimen>
    </>
  );
}
