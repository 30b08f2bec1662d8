import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AboutActorPage, ActorPicker, type AskedActor } from '@knotenpunkt/actors/web';
import { actsFor } from '@knotenpunkt/identity/domain';
import { useCoordinates, useViewer } from '@knotenpunkt/identity/web';
import { SUCCESSION_LIMITS } from '@knotenpunkt/imports/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  RadioGroup,
  Section,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { KindCounts } from '../merging/KindCounts';
import { useForgettingSuccession, useSuccessionActs, useSuccessionPreview } from './useSuccessions';

/** `/akteure/<slug>/zusammenschluss`: says that an organisation became part of another. */
export function ProposeSuccessionPage() {
  const t = useMessages('imports');
  return (
    <AboutActorPage title={t('succession.proposeTitle')} explanation={() => t('succession.proposeLead')}>
      {(actor) => <Asked actor={actor} />}
    </AboutActorPage>
  );
}

function Asked({ actor }: { actor: AskedActor }) {
  const t = useMessages('imports');
  const viewer = useViewer();
  const coordinates = useCoordinates();
  if (!viewer || coordinates === null) return <Loading />;
  const back = <LinkButton to={`/akteure/${actor.slug}`}>{t('succession.back')}</LinkButton>;
  if (actor.archived) return <EmptyState step={back}>{t('succession.isClosed')}</EmptyState>;
  if (!coordinates && !actsFor(viewer, actor.id, 'ADMINISTRATOR')) return <EmptyState step={back}>{t('succession.only')}</EmptyState>;
  return <ProposeForm actor={actor} />;
}

type Direction = 'INTO_OTHER' | 'OTHER_INTO';

function ProposeForm({ actor }: { actor: AskedActor }) {
  const t = useMessages('imports');
  const navigate = useNavigate();
  const today = useToday();
  const forget = useForgettingSuccession();
  const [id] = useState(() => newId());
  const [otherName, setOtherName] = useState('');
  const { propose } = useSuccessionActs();
  const form = useForm({
    room: 'imports',
    initial: { direction: 'INTO_OTHER' as Direction, otherId: '', sinceOn: today, note: '' },
    check: ({ otherId, sinceOn, note }) => {
      const checked = checkText('note', note, { max: SUCCESSION_LIMITS.note, optional: true });
      return [
        otherId === '' ? { code: 'OTHER_MISSING', field: 'otherId' } : null,
        sinceOn === '' || sinceOn > today ? { code: 'DAY_INVALID', field: 'sinceOn' } : null,
        checked.ok ? null : checked.refusal,
      ];
    },
  });
  const { direction, otherId, sinceOn } = form.values;
  const endsOf = (other: string) =>
    direction === 'INTO_OTHER' ? { predecessorId: actor.id, successorId: other } : { predecessorId: other, successorId: actor.id };
  const asked = otherId !== '' && sinceOn !== '' && sinceOn <= today ? { ...endsOf(otherId), sinceOn } : null;
  const moves = useSuccessionPreview(asked);
  const submit = form.submit(async (values) => {
    const answer = await propose.send({ input: { id, ...endsOf(values.otherId), sinceOn: values.sinceOn, note: values.note } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('succession.proposed') });
    await navigate(`/zusammenschluss/${id}`);
    forget(endsOf(values.otherId));
  });
  const other = form.field('otherId');
  const way = form.field('direction');
  return (
    <form noValidate onSubmit={submit}>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {propose.fault ? <ErrorNotice error={propose.fault} /> : null}
        <RadioGroup
          {...way}
          label={t('succession.direction')}
          choices={[
            { value: 'INTO_OTHER', label: t('succession.intoOther', { actor: actor.name }) },
            { value: 'OTHER_INTO', label: t('succession.otherInto', { actor: actor.name }) },
          ]}
          onChange={(value) => form.set({ direction: value })}
        />
        <ActorPicker
          {...other}
          label={t('succession.other')}
          value={other.value || null}
          onChange={(chosen, picked) => {
            other.onChange(chosen ?? '');
            setOtherName(picked?.name ?? '');
          }}
          without={[actor.id]}
        />
        <DateField label={t('succession.sinceOn')} hint={t('succession.sinceHint')} max={today} {...form.field('sinceOn')} />
        <TextArea
          label={t('succession.note')}
          hint={t('succession.noteHint')}
          max={SUCCESSION_LIMITS.note}
          optional
          {...form.field('note')}
        />
        {moves ? (
          <Section title={t('succession.movesTitle')} level={2}>
            <p>
              {t('succession.movesLead', {
                from: direction === 'INTO_OTHER' ? actor.name : otherName,
                to: direction === 'INTO_OTHER' ? otherName : actor.name,
              })}
            </p>
            {moves.length > 0 ? <KindCounts counts={moves} /> : <p>{t('succession.movesNone')}</p>}
            <p className="kn-meta">{t('succession.movesNot')}</p>
          </Section>
        ) : null}
        <FormFoot>
          <Button kind="primary" type="submit" busy={propose.busy}>
            {t('succession.propose')}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}
