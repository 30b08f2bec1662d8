import { GRADES } from '@knotenpunkt/kernel';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ACTOR_KINDS, Chair, CoverageBar, GradeLine, KindMark, StateMark } from '@knotenpunkt/webkit/ui';
import { Row, Specimen } from './Specimen';

export function Marks() {
  const t = useMessages('webkit');
  return (
    <>
      <Specimen title="Zwölf Arten von Akteuren" wide>
        <ul className="kn-gallery__kinds">
          {ACTOR_KINDS.map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} size={28} silent />
              <KindMark kind={kind} size={18} silent />
              <KindMark kind={kind} size={14} silent />
              {t(`kinds.${kind}`)}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title="Stand">
        <Row>
          <StateMark state="overdue">seit 12 Tagen überfällig</StateMark>
          <StateMark state="open">22 offen</StateMark>
          <StateMark state="due">heute</StateMark>
          <StateMark state="kept">gehalten am 18. November</StateMark>
          <StateMark state="withdrawn">zurückgez. 14. Sept.</StateMark>
        </Row>
        <Row>
          <StateMark state="overdue" />
          <StateMark state="open" />
          <StateMark state="kept" />
          <StateMark state="withdrawn" />
        </Row>
      </Specimen>
      <Specimen title="Beziehung, Stuhl, Deckung">
        <Row>
          {GRADES.map((grade) => (
            <span key={grade}>
              <GradeLine grade={grade} silent /> {t(`grades.${grade}`)}
            </span>
          ))}
        </Row>
        <Row>
          <Chair />
          <Chair size={20} />
          <Chair size={14} />
          <CoverageBar coverage="full" />
          <CoverageBar coverage="half" />
          <CoverageBar coverage="none" />
        </Row>
      </Specimen>
    </>
  );
}
