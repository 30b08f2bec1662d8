import { useState, type ReactNode } from 'react';
import { actsFor } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Entry,
  EntryList,
  FactLine,
  FactList,
  GradeLine,
  KindMark,
  Markdown,
  ProvenanceNote,
  Section,
  Tag,
  TextButton,
  useAnswerToast,
} from '@knotenpunkt/webkit/ui';
import { ActorLink } from './ActorLink';
import { DECLARE_TIE, DeclareTieDialog } from './DeclareTieDialog';
import { useClassifications } from './useClassifications';
import { useCompetences } from './useCompetences';
import type { Steckbrief } from './useSteckbrief';
import './actors.css';

/** What it says about itself at length, what it can do, and where to read on. Nothing where nothing is said. */
export function ActorAbout({ actor }: { actor: Steckbrief }) {
  const t = useMessages('actors');
  const language = useLanguage();
  const catalogue = useCompetences();
  const hasClasses = actor.sector !== null || actor.occupations.length > 0;
  const classes = useClassifications(hasClasses);
  if (!actor.descriptionHtml && actor.competences.length === 0 && !actor.website && !hasClasses) return null;
  return (
    <Section title={t(actor.provenance === 'ENTERED' ? 'profile.about' : 'profile.aboutOf')}>
      <div className="actors-about">
        {actor.descriptionHtml ? <Markdown html={actor.descriptionHtml} /> : null}
        {actor.competences.length > 0 && catalogue ? (
          <ul className="actors-tags" aria-label={t('profile.competences')}>
            {actor.competences.map((id) => (
              <li key={id}>
                <Tag>{catalogue.label(id, language)}</Tag>
              </li>
            ))}
          </ul>
        ) : null}
        {hasClasses && classes ? (
          <FactList
            facts={[
              { term: t('profile.sector'), value: actor.sector && classes.sectors.label(actor.sector, language) },
              {
                term: t('profile.occupations'),
                value: actor.occupations.map((code) => classes.occupations.label(code, language)).join('; '),
              },
            ]}
          />
        ) : null}
        {actor.website ? (
          <p>
            <a href={actor.website} rel="nofollow noopener">
              {actor.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </p>
        ) : null}
      </div>
    </Section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title} level={3}>
      <EntryList label={title}>{children}</EntryList>
    </Section>
  );
}

type Membership = Steckbrief['members'][number];

const SHOWN = 12;

function Memberships({ title, rows }: { title: string; rows: readonly Membership[] }) {
  const t = useMessages('actors');
  const format = useFormat();
  const [all, showAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <Group title={title}>
        {shown.map(({ actor, certainty, sinceOn }) => (
          <Entry
            key={actor.id}
            mark={<KindMark kind={actor.kind} size={16} />}
            title={<ActorLink actor={actor} />}
            meta={
              certainty === 'INFERRED' ? (
                <ProvenanceNote kind="INFERRED" />
              ) : (
                <FactLine
                  parts={[
                    t(`webkit:grades.${certainty === 'CONFIRMED' ? 'WORKS_TOGETHER' : 'STATED'}`),
                    sinceOn && t('relations.since', { date: format.month(sinceOn) }),
                  ]}
                />
              )
            }
          />
        ))}
      </Group>
      {rows.length > shown.length ? (
        <TextButton onClick={() => showAll(true)}>{t('relations.more', { count: rows.length - shown.length })}</TextButton>
      ) : null}
    </>
  );
}

/** Parts, memberships and declared ties; the other side confirms here, and one's own people declare. */
export function ActorRelations({ actor, onChange }: { actor: Steckbrief; onChange: () => void }) {
  const t = useMessages('actors');
  const format = useFormat();
  const today = useToday();
  const viewer = useViewer();
  const tell = useAnswerToast('actors');
  const { send } = useMutationAnswer(DECLARE_TIE);
  const [declaring, declare] = useState(false);
  const mayDeclare = actor.availableActions.includes('declareTie');
  const actingFor = (actorId: string) => viewer !== null && actsFor(viewer, actorId);
  const confirm = async (fromId: string, toId: string, { label, sinceOn, sourceNote }: Steckbrief['declaredTies'][number]) => {
    const answer = await send({ input: { id: newId(), fromId, toId, label, sinceOn: sourceNote ? sinceOn : today } });
    tell(answer, t(sourceNote ? 'relations.declaredNow' : 'relations.confirmed'));
    onChange();
  };
  const { parts, memberOf, members, declaredTies } = actor;
  if (parts.length + memberOf.length + members.length + declaredTies.length === 0 && !mayDeclare) return null;
  return (
    <Section
      title={t('relations.title')}
      beside={mayDeclare ? <TextButton onClick={() => declare(true)}>{t('relations.declare')}</TextButton> : null}
    >
      {declaredTies.length > 0 ? (
        <Group title={t('relations.declared')}>
          {declaredTies.map((tie) => {
            // Whoever was named by the other side may confirm: here its own people, there those of the other one.
            // Of what a table told either may say that it is so.
            const others = tie.sourceNote ? !actingFor(actor.id) : tie.declaredHere;
            const [fromId, toId] = others ? [tie.actor.id, actor.id] : [actor.id, tie.actor.id];
            const who = tie.declaredHere ? actor.name : tie.actor.name;
            return (
              <Entry
                key={tie.id}
                mark={<KindMark kind={tie.actor.kind} size={16} />}
                title={<ActorLink actor={tie.actor} />}
                beside={<GradeLine grade={tie.confirmed ? 'WORKS_TOGETHER' : 'STATED'} silent />}
                meta={
                  <FactLine
                    parts={[
                      tie.confirmed
                        ? t('relations.both')
                        : tie.sourceNote
                          ? t('relations.listed', { source: tie.sourceNote })
                          : t('relations.one', { name: who }),
                      t('relations.since', { date: format.month(tie.sinceOn) }),
                    ]}
                  />
                }
                actions={
                  !tie.confirmed && actingFor(fromId) ? (
                    <TextButton onClick={() => void confirm(fromId, toId, tie)}>
                      {t(tie.sourceNote ? 'relations.say' : 'relations.confirm')}
                    </TextButton>
                  ) : null
                }
              >
                {tie.label}
              </Entry>
            );
          })}
        </Group>
      ) : null}
      <Memberships title={t('relations.memberOf')} rows={memberOf} />
      <Memberships title={t('relations.members')} rows={members} />
      {parts.length > 0 ? (
        <Group title={t('relations.parts')}>
          {parts.map((part) => (
            <Entry key={part.id} mark={<KindMark kind={part.kind} size={16} />} title={<ActorLink actor={part} />} />
          ))}
        </Group>
      ) : null}
      {declaring ? (
        <DeclareTieDialog
          fromId={actor.id}
          without={[actor.id, ...declaredTies.map((tie) => tie.actor.id)]}
          onClose={() => declare(false)}
          onDone={() => {
            declare(false);
            onChange();
          }}
        />
      ) : null}
    </Section>
  );
}
