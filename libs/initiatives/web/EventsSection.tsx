import { useState } from 'react';
import { Link } from 'react-router';
import { EVENT_FORMATS, EVENT_LIMITS, type EventFormat } from '@knotenpunkt/initiatives/domain';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  Dialog,
  DialogFoot,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  FactLine,
  FieldRow,
  Fields,
  Section,
  Select,
  showToast,
  Tag,
  TextButton,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { HeldDialog } from './HeldDialog';
import { useTold } from './useTold';
import type { ShownInitiative } from './useInitiative';

const ADD_EVENT = graphql(`
  mutation AddEvent($input: AddEventInput!) {
    addEvent(input: $input) {
      ... on Event {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const CANCEL = graphql(`
  mutation CancelEvent($input: InitiativeVersionInput!) {
    cancelEvent(input: $input) {
      ... on Event {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

export type ShownEvent = ShownInitiative['events'][number];

/** The events of a Vorhaben, in the order of their days. */
export function EventsSection({ initiative, onChange }: { initiative: ShownInitiative; onChange: () => void }) {
  const t = useMessages('initiatives');
  const [adding, add] = useState(false);
  const [held, report] = useState<ShownEvent | null>(null);
  const mayAdd = initiative.availableActions.includes('addEvent');
  if (initiative.events.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={t('page.events')}
      beside={
        mayAdd ? (
          <Button small onClick={() => add(true)}>
            {t('acts.addEvent')}
          </Button>
        ) : null
      }
    >
      {initiative.events.length === 0 ? <p className="kn-muted">{t('page.noEvents')}</p> : null}
      <EntryList label={t('page.events')}>
        {initiative.events.map((event) => (
          <EventEntry key={event.id} event={event} onHeld={() => report(event)} onChange={onChange} />
        ))}
      </EntryList>
      {adding ? <EventDialog initiative={initiative} onClose={() => add(false)} onChange={onChange} /> : null}
      {held ? <HeldDialog event={held} onClose={() => report(null)} onChange={onChange} /> : null}
    </Section>
  );
}

function EventEntry({ event, onHeld, onChange }: { event: ShownEvent; onHeld: () => void; onChange: () => void }) {
  const t = useMessages('initiatives');
  const format = useFormat();
  const cancelling = useMutationAnswer(CANCEL);
  const tell = useTold(onChange);
  const time = [event.startTime, event.endTime].filter(Boolean).join('–');
  const names = (actors: ShownEvent['hosts']) =>
    actors.map((actor, at) => (
      <span key={actor.id}>
        {at > 0 ? ', ' : null}
        <Link to={`/akteure/${actor.slug}`}>{actor.name}</Link>
      </span>
    ));
  return (
    <Entry
      title={event.title}
      beside={<Tag>{t(`eventStates.${event.state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t(`formats.${event.format}`),
            event.forWhom,
            event.registration ? t(`registrations.${event.registration}`) : null,
            event.livestream ? t('page.livestream') : null,
            event.approximateParticipants ? t('page.about', { count: event.approximateParticipants }) : null,
          ]}
        />
      }
      actions={
        <>
          {event.availableActions.includes('reportEventHeld') ? (
            <TextButton onClick={onHeld}>{t('acts.reportEventHeld')}</TextButton>
          ) : null}
          {event.availableActions.includes('cancelEvent') ? (
            <TextButton
              onClick={() =>
                void cancelling
                  .send({ input: { id: event.id, expectedVersion: event.version } })
                  .then((answer) => tell(answer, 'page.cancelled'))
              }
            >
              {t('acts.cancelEvent')}
            </TextButton>
          ) : null}
        </>
      }
    >
      <FactLine parts={[format.date(event.dateOn, event.datePrecision), time, event.venue]} />
      {event.hosts.length > 0 ? (
        <span className="initiatives-people">
          {t('page.hosts')} {names(event.hosts)}
        </span>
      ) : null}
      {event.participants.length > 0 ? (
        <span className="initiatives-people">
          {t('page.participants')} {names(event.participants)}
        </span>
      ) : null}
    </Entry>
  );
}

function EventDialog({ initiative, onClose, onChange }: { initiative: ShownInitiative; onClose: () => void; onChange: () => void }) {
  const t = useMessages('initiatives');
  const today = useToday();
  const [id] = useState(() => newId());
  const { send, busy, fault } = useMutationAnswer(ADD_EVENT);
  const form = useForm({
    room: 'initiatives',
    initial: { title: '', format: 'DIALOGUE' as EventFormat, dateOn: '', startTime: '', venue: '', forWhom: '' },
    check: ({ title, dateOn }) => [
      title.trim() === '' ? { code: 'TEXT_MISSING', field: 'title' } : null,
      dateOn < today ? { code: 'DATE_INVALID', field: 'dateOn' } : null,
    ],
    draft: `initiative.${initiative.id}.event`,
  });
  const submit = form.submit(async ({ startTime, ...values }) => {
    const answer = await send({ input: { id, initiativeId: initiative.id, ...values, startTime: startTime || null } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.eventAdded') });
    onChange();
    onClose();
  });
  return (
    <Dialog
      open
      title={t('acts.addEvent')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.announce')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextField label={t('page.eventTitle')} {...form.field('title')} />
        <Select
          label={t('page.eventFormat')}
          {...form.field('format')}
          onChange={(format) => form.set({ format: format as EventFormat })}
          options={EVENT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <FieldRow>
          <DateField label={t('page.eventDay')} min={today} {...form.field('dateOn')} />
          <TextField label={t('page.eventTime')} hint={t('page.eventTimeHint')} optional {...form.field('startTime')} />
        </FieldRow>
        <TextField label={t('page.eventVenue')} optional {...form.field('venue')} />
        <TextField
          label={t('page.eventForWhom')}
          hint={t('page.eventForWhomHint', { max: EVENT_LIMITS.forWhom })}
          optional
          {...form.field('forWhom')}
        />
      </Fields>
    </Dialog>
  );
}
