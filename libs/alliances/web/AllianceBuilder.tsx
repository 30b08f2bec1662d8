import { useId, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { emptySeatsOf } from '@knotenpunkt/challenges/web';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  ActionBar,
  Button,
  DraggingArea,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  Section,
  showToast,
  StaleNotice,
  TextArea,
  TextButton,
  TextField,
  useForm,
  type AnyRefusal,
} from '@knotenpunkt/webkit/ui';
import { checkWords, extraBenches, lacking, textOf, valuesOf, type BuilderStart, type BuilderValues } from './builder-values';
import { BuilderTable, useCandidatesShown } from './BuilderTable';
import { CandidatesPanel, type Sought } from './CandidatesPanel';
import { CommitmentFields } from './CommitmentFields';
import type { TableActor, WantedSeats } from './coverage';
import { InviteDialog, type Asking } from './InviteDialog';
import { MembersTable } from './MembersTable';
import { useRefusalWords } from './useRefusalWords';
import { useSaveAlliance, type Saving } from './useSaveAlliance';
import { useTable } from './useTable';
import './alliances.css';

export interface AllianceBuilderProps {
  question: { id: string; benches: readonly WantedSeats[]; competences: readonly string[] };
  start: BuilderStart;
  /** What the server knows by now, where somebody else was faster. */
  current: BuilderStart;
  /** For whom the viewer drafts, by the members chosen: one of them, or null for the coordination. */
  draftedBy: (memberIds: readonly string[]) => string | null;
  /** Who is suggested in the place of one of these members, best first. */
  suggestedFor?: (actorId: string, memberIds: readonly string[]) => readonly TableActor[];
  /** Whole tables to choose from, shown above the seats. */
  proposals?: (builder: { memberIds: readonly string[]; take: (members: readonly TableActor[]) => void }) => ReactNode;
  onChange: () => void;
}

/** Builds an alliance: seats by bench, who covers what, whom to exchange, what each one commits to; then all are asked. */
export function AllianceBuilder({ question, start, current, draftedBy, suggestedFor, proposals, onChange }: AllianceBuilderProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const language = useLanguage();
  const today = useToday();
  const words = useRefusalWords();
  const navigate = useNavigate();
  const ids = useId();
  const [sought, seek] = useState<Sought | null>(null);
  const [inviting, invite] = useState(false);
  const [complaining, complain] = useState(0);
  const opener = useRef<Element | null>(null);
  const main = useRef<HTMLDivElement>(null);
  const saving = useSaveAlliance(question.id, start.alliance);
  const form = useForm<BuilderValues>({ room: 'alliances', initial: valuesOf(start, language), check: checkWords });
  const asked = start.alliance?.state === 'INVITING';

  const table = useTable({
    values: form.values.members,
    onChange: (members) => form.set({ members }),
    start: start.members.map(({ actor }) => actor),
    question,
    onChanged: () => {
      seek(null);
      main.current?.focus({ preventScroll: true });
    },
  });
  const { members, known } = table;
  const { candidate, remember } = useCandidatesShown();
  const open = (next: Sought) => {
    opener.current = document.activeElement;
    seek(next);
  };
  const close = () => {
    seek(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };

  const kinds = [...question.benches, ...extraBenches(table.table, question.benches)];
  const benches = kinds.map(({ kind, minimum }) => ({
    kind,
    minimum,
    seats: table.table
      .filter((actor) => actor.kind === kind)
      .map(({ id, shortName, kind: mark }) => ({ actorId: id, name: shortName, kind: mark })),
  }));
  const wantedSeats = question.benches.reduce((sum, { minimum }) => sum + minimum, 0);
  const empty = benches.filter((bench) => emptySeatsOf(bench) > 0);
  const gaps = format.list(empty.map(({ kind }) => t(`themes:benches.${kind}`)));
  const taken = wantedSeats - empty.reduce((sum, bench) => sum + emptySeatsOf(bench), 0);
  const chosen = sought && 'instead' in sought ? sought.instead.id : null;

  const idOf = (actorId: string, field: string) => `${ids}-${field}-${actorId}`;
  const missing =
    complaining === 0 ? [] : members.flatMap((member) => lacking(member, today).map((field) => ({ field, actorId: member.actorId })));
  const lacks = missing.map(({ field, actorId }) => ({
    id: idOf(actorId, field),
    field,
    message: t(`page.build.lacks.${field}`, { name: known.get(actorId)?.name ?? '' }),
  }));

  const said = (answer: Saving): AnyRefusal | null => {
    if (answer.kind === 'refused') return words(answer.refusal, ['title', 'purpose', 'deadlineOn']);
    if (answer.kind === 'stale') {
      showToast({ text: t('page.stale') });
      onChange();
    }
    return null;
  };
  const keep = form.submit(async (values) => {
    const answer = await saving.keep(textOf(values), draftedBy(members.map(({ actorId }) => actorId)));
    const refusal = said(answer);
    if (refusal) form.refuse(refusal);
    if (answer.kind === 'done') {
      showToast({ text: t('page.build.kept') });
      onChange();
    }
  });
  const prepare = () => {
    // Everybody must be able to read what each one brings, before anybody is asked.
    if (members.some((member) => lacking(member, today).length > 0)) complain((count) => count + 1);
    else form.submit(() => invite(true))();
  };
  const send = async (asking: Asking): Promise<AnyRefusal | null> => {
    let answer: Saving;
    if (asked) answer = await saving.revise(textOf(form.values), asking.deadlineOn);
    else {
      answer = await saving.keep(textOf(form.values), draftedBy(members.map(({ actorId }) => actorId)));
      if (answer.kind === 'done') answer = await saving.ask(answer.alliance, asking);
    }
    if (answer.kind === 'stale') invite(false);
    if (answer.kind === 'done') {
      showToast({ text: t(asked ? 'page.build.revised' : 'page.build.invited', { count: members.length }) });
      await navigate(`/allianzen/${answer.alliance.slug}`);
    }
    return said(answer);
  };
  const stale = saving.saved !== null && current.alliance !== null && current.alliance.version > saving.saved.version;

  return (
    <DraggingArea>
      <div className="alliances-build__page">
        {proposals?.({ memberIds: members.map(({ actorId }) => actorId), take: table.takeAll })}
        <div className={sought ? 'alliances-build alliances-build--panel' : 'alliances-build'}>
          <div className="alliances-build__table">
            <BuilderTable
              benches={benches}
              table={table}
              candidate={candidate}
              chosen={chosen}
              onSeat={(actorId) => open({ instead: known.get(actorId)! })}
              onEmpty={(kind) => open({ bench: kind })}
            />
          </div>
          <div className="alliances-build__main" ref={main} tabIndex={-1}>
            <ErrorSummary errors={[...form.errors, ...lacks]} attempts={form.attempts + complaining} />
            {saving.fault ? <ErrorNotice error={saving.fault} /> : null}
            {stale ? (
              <StaleNotice
                onLoad={() => {
                  table.know(current.members.map(({ actor }) => actor));
                  form.set(valuesOf(current, language));
                  saving.rebase(current.alliance);
                }}
              />
            ) : null}
            {asked ? <Notice tone="due">{t('page.build.againNotice')}</Notice> : null}
            {members.length > 0 ? (
              <MembersTable
                table={table.table}
                wanted={question.competences}
                chosen={chosen}
                onChoose={(actorId) => open({ instead: known.get(actorId)! })}
              />
            ) : (
              <p className="kn-muted">{t('page.build.nobodyYet')}</p>
            )}
            <p>
              <TextButton onClick={() => open({ bench: null })}>{t('page.build.another')}</TextButton>
            </p>
            <Section title={t('page.build.words')}>
              <Fields>
                <TextField label={t('page.build.title')} hint={t('page.build.titleHint')} {...form.field('title')} />
                <TextArea
                  label={t('page.build.purpose')}
                  hint={t('page.build.purposeHint')}
                  rows={3}
                  max={ALLIANCE_LIMITS.purpose}
                  {...form.field('purpose')}
                />
              </Fields>
            </Section>
            {members.length > 0 ? (
              <CommitmentFields
                members={members}
                actorOf={(actorId) => known.get(actorId)}
                onChange={(actorId, change) =>
                  form.set({ members: members.map((each) => (each.actorId === actorId ? { ...each, ...change } : each)) })
                }
                idOf={idOf}
                errorOf={(id) => lacks.find((lack) => lack.id === id)?.message}
              />
            ) : null}
          </div>
          {sought ? (
            <CandidatesPanel
              sought={sought}
              table={table.table}
              question={question}
              suggested={
                chosen && suggestedFor
                  ? suggestedFor(
                      chosen,
                      members.map(({ actorId }) => actorId),
                    )
                  : []
              }
              onTake={(actor) => table.take(actor, chosen)}
              onAdd={(actor) => table.take(actor, null)}
              onRemove={chosen ? () => table.remove(chosen) : undefined}
              onSwap={
                chosen
                  ? table.table
                      .filter(({ id, kind }) => id !== chosen && kind === known.get(chosen)?.kind)
                      .map((other) => ({ other, swap: () => table.swap(chosen, other.id) }))
                  : []
              }
              onShown={remember}
              onClose={close}
            />
          ) : null}
        </div>
      </div>
      <ActionBar
        explanation={t(asked ? 'page.build.footAgain' : 'page.build.foot')}
        actions={
          <>
            {asked ? null : (
              <Button busy={saving.busy} onClick={() => keep()}>
                {t('page.build.keep')}
              </Button>
            )}
            <Button kind="primary" busy={saving.busy} onClick={prepare}>
              {t(asked ? 'page.build.revise' : 'page.build.invite', { count: members.length })}
            </Button>
          </>
        }
      >
        <strong>{t('page.build.seats', { taken: format.number(taken), all: format.number(wantedSeats) })}</strong>{' '}
        {gaps ? t('page.build.gaps', { gaps }) : null}
      </ActionBar>
      {inviting ? (
        <InviteDialog count={members.length} again={asked} gaps={gaps} busy={saving.busy} onSend={send} onClose={() => invite(false)} />
      ) : null}
    </DraggingArea>
  );
}
