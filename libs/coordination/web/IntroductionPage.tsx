import { Link, useParams } from 'react-router';
import { introductionWords } from '@knotenpunkt/coordination/domain';
import { ActorLink } from '@knotenpunkt/actors/web';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Column,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  FactLine,
  KindMark,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  Section,
  Tag,
} from '@knotenpunkt/webkit/ui';
import { IntroductionActs } from './IntroductionActs';
import { IntroductionAnswerForm } from './IntroductionAnswerForm';
import { addressOfAct, CourseMark, nameOn, titleOf } from './IntroductionEntry';
import { MembersOnly } from './MembersOnly';
import { useIntroduction, type ShownIntroduction } from './useIntroductions';
import './introductions.css';

/** `/vorstellungen/:id`: who is to meet whom through whom, what each said, and what became of it. */
export function IntroductionPage() {
  const { id = '' } = useParams();
  return (
    <MembersOnly>
      <Introduction key={id} id={id} />
    </MembersOnly>
  );
}

function Introduction({ id }: { id: string }) {
  const t = useMessages('coordination');
  const { introduction, error, refresh } = useIntroduction(id);
  if (error && introduction === undefined) {
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      </Page>
    );
  }
  if (introduction === undefined) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  if (introduction === null) {
    return (
      <Page narrow>
        <PageHeader title={t('introductions.page.unknown')} />
        <EmptyState step={<LinkButton to="/vorstellungen">{t('introductions.list.all')}</LinkButton>}>
          {t('introductions.page.unknownText')}
        </EmptyState>
      </Page>
    );
  }
  return <Shown introduction={introduction} onChange={() => void refresh()} />;
}

interface PartProps {
  introduction: ShownIntroduction;
  onChange: () => void;
}

function Shown({ introduction, onChange }: PartProps) {
  const t = useMessages('coordination');
  const { purpose, reason, answerableFor, became, outcomeNote, textVersion, sides } = introduction;
  const agreed = sides.every(({ answer }) => answer === 'YES');
  return (
    <Page narrow>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('introductions.page.back'), to: '/vorstellungen' }]} />}
        title={titleOf(introduction, t)}
        lead={purpose}
        facts={
          <FactLine
            parts={[
              <CourseMark key="course" course={introduction} />,
              t('introductions.entry.via', { goBetween: nameOn(introduction, 'GO_BETWEEN') }),
            ]}
          />
        }
        actions={<IntroductionActs introduction={introduction} onChange={onChange} />}
      />
      <Column>
        {became || outcomeNote ? (
          <Notice tone={became ? 'kept' : 'plain'}>
            {became ? <Link to={addressOfAct(became)}>{became.title}</Link> : null} {outcomeNote}
          </Notice>
        ) : null}
        <Section title={t('introductions.page.purpose')}>
          <p className="introductions-text">{reason}</p>
        </Section>
        {answerableFor.map((actorId) => (
          <Answering key={`${actorId} ${textVersion}`} actorId={actorId} introduction={introduction} onChange={onChange} />
        ))}
        <Who introduction={introduction} />
        {agreed ? <Contacts introduction={introduction} /> : <p className="kn-meta">{t('introductions.page.contactsLater')}</p>}
        <p className="kn-meta">{t('introductions.page.noTie')}</p>
      </Column>
    </Page>
  );
}

/** What a yes obliges to, and the answer of one organisation. */
function Answering({ actorId, introduction, onChange }: PartProps & { actorId: string }) {
  const t = useMessages('coordination');
  const language = useLanguage();
  const own = introduction.sides.find((side) => side.actorId === actorId)!;
  const names = {
    asker: introduction.sides.find((side) => side.actorId === introduction.askedById)?.actor?.name ?? null,
    first: nameOn(introduction, 'FIRST'),
    goBetween: nameOn(introduction, 'GO_BETWEEN'),
    second: nameOn(introduction, 'SECOND'),
  };
  const { obligation } = introductionWords({ side: own.side, names, purpose: introduction.purpose }, { again: false, language });
  return (
    <Section title={t('introductions.page.answer', { actor: own.actor?.name ?? '' })} explanation={obligation}>
      <IntroductionAnswerForm introduction={introduction} actorId={actorId} given={own.answer ?? null} onChange={onChange} />
    </Section>
  );
}

/** The three, what each said, and why where that may be read. */
function Who({ introduction }: { introduction: ShownIntroduction }) {
  const t = useMessages('coordination');
  const format = useFormat();
  const { askedById, sides } = introduction;
  const roles = askedById ? 'sides' : 'sidesByCoordination';
  return (
    <Section title={t('introductions.page.who')}>
      <EntryList label={t('introductions.page.who')}>
        {sides.map(({ side, actorId, actor, answer, note, noteShared, answeredOn }) => {
          const said = actorId === askedById ? t('introductions.asked') : t(`introductions.answers.${answer ?? 'NONE'}`);
          const why = answer === 'YES_BUT' ? 'changeNote' : noteShared ? 'sharedNote' : 'ownNote';
          return (
            <Entry
              key={side}
              mark={actor ? <KindMark kind={actor.kind} size={18} /> : null}
              title={actor ? <ActorLink actor={actor} /> : null}
              beside={<Tag>{said}</Tag>}
              meta={
                <FactLine
                  parts={[t(`introductions.${roles}.${side}`), answeredOn && answer !== 'LATER' ? format.date(answeredOn) : null]}
                />
              }
            >
              {note ? t(`introductions.page.${why}`, { note }) : null}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}

/** Whom to write to; nothing for those who are not one of the three. */
function Contacts({ introduction: { contacts, sides } }: { introduction: ShownIntroduction }) {
  const t = useMessages('coordination');
  if (contacts.length === 0) return null;
  return (
    <Section title={t('introductions.page.contacts')} explanation={t('introductions.page.contactsExplanation')}>
      <EntryList label={t('introductions.page.contacts')}>
        {sides.map(({ side, actor }) => {
          const known = contacts.filter((contact) => contact.side === side);
          return (
            <Entry key={side} title={actor?.name ?? ''}>
              {known.length === 0 ? t('introductions.page.noContact') : null}
              {known.map(({ name, email }) => (
                <div key={email}>
                  {name}, <a href={`mailto:${email}`}>{email}</a>
                </div>
              ))}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}
