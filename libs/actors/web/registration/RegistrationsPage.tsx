import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { mailFits } from '@knotenpunkt/actors/domain';
import { CoordinatorsPage } from '@knotenpunkt/identity/web';
import { useLiveChanges } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, EmptyState, Entry, FactLine, KindMark, PagedEntries, Segments, Tag } from '@knotenpunkt/webkit/ui';
import { ActorLink } from '../ActorLink';
import { AskBackDialog, RefuseDialog, VerifyDialog } from './DecideDialogs';
import { useRegistrations, type ShownRegistration } from './useRegistrations';
import './registration.css';

type Doing = { what: 'verify' | 'ask' | 'refuse'; one: ShownRegistration };

/** `/koordination/organisationen`: who says to speak for an organisation, to be verified by the coordination. */
export function RegistrationsPage() {
  const t = useMessages('actors');
  return (
    <CoordinatorsPage
      title={t('registration.deskTitle')}
      explanation={t('registration.deskLead')}
      only={t('registration.coordinatorsOnly')}
    >
      <Queue />
    </CoordinatorsPage>
  );
}

function Queue() {
  const t = useMessages('actors');
  const [address, setAddress] = useSearchParams();
  const which = address.get('stand') === 'entschieden' ? 'decided' : 'open';
  const pages = useRegistrations(which);
  useLiveChanges(['actor'], () => void pages.refresh());
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => {
    setDoing(null);
    void pages.refresh();
  };
  return (
    <>
      <Segments
        label={t('registration.show')}
        value={which}
        onChange={(next) => setAddress(next === 'decided' ? { stand: 'entschieden' } : {}, { replace: true, preventScrollReset: true })}
        options={[
          { value: 'open', label: t('registration.open') },
          { value: 'decided', label: t('registration.decided') },
        ]}
      />
      <PagedEntries
        pages={pages}
        label={t('registration.deskTitle')}
        empty={<EmptyState>{t(which === 'open' ? 'registration.deskNone' : 'registration.deskDecidedNone')}</EmptyState>}
      >
        {(one) => <RegistrationEntry key={one.id} one={one} onDo={(what) => setDoing({ what, one })} />}
      </PagedEntries>
      {doing?.what === 'verify' ? <VerifyDialog one={doing.one} onClose={close} /> : null}
      {doing?.what === 'ask' ? <AskBackDialog one={doing.one} onClose={close} /> : null}
      {doing?.what === 'refuse' ? <RefuseDialog one={doing.one} onClose={close} /> : null}
    </>
  );
}

function RegistrationEntry({ one, onDo }: { one: ShownRegistration; onDo: (what: Doing['what']) => void }) {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const format = useFormat();
  const { personName: person, name, actor, employer, claims, email, state, question, answer, way, note, reason, availableActions } = one;
  const who = { person, name };
  const website = actor?.website || one.website;
  return (
    <Entry
      title={t(claims ? 'registration.wantsClaim' : 'registration.wantsFounding', who)}
      mark={<KindMark kind={one.kind} size={18} />}
      beside={<Tag>{t(`registration.states.${state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            <a key="mail" href={`mailto:${email}`}>
              {email}
            </a>,
            t('registration.askedOn', { date: format.date(one.askedOn) }),
            one.decidedOn ? t('registration.decidedOn', { date: format.date(one.decidedOn) }) : null,
            actor ? <Link to={`/akteure/${actor.slug}`}>{name}</Link> : null,
          ]}
        />
      }
      actions={
        availableActions.includes('verifyRegistration') ? (
          <>
            <Button small kind="primary" onClick={() => onDo('verify')} aria-label={t('registration.verifyOf', who)}>
              {t('registration.verify')}
            </Button>
            <Button small onClick={() => onDo('ask')} aria-label={t('registration.askBackOf', who)}>
              {t('registration.askBack')}
            </Button>
            <Button small kind="plain" onClick={() => onDo('refuse')} aria-label={t('registration.refuseOf', who)}>
              {t('registration.refuse')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="actors-registration">
        <p>
          {claims ? null : `${tKinds(`legend.${one.kind}`)}, ${one.city}. ${one.summary} `}
          {website ? (
            <a href={website} rel="noreferrer">
              {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            </a>
          ) : null}
        </p>
        {employer ? (
          <p>
            {t('profile.councilOf')} <ActorLink actor={employer} />
          </p>
        ) : null}
        {one.employerId && !employer ? <p>{t('registration.employerGone')}</p> : null}
        <p>{t('registration.saysToBe', { position: one.position })}</p>
        <p>{t('registration.saysEvidence', { evidence: one.evidence })}</p>
        <p className="kn-strong">{t(fitOf(one))}</p>
        {question ? <p>{t('registration.question', { text: question })}</p> : null}
        {answer ? <p>{t('registration.saidAnswer', { text: answer })}</p> : null}
        {way ? <p>{t('registration.verifiedBy', { way: t(`registration.ways.${way}`) })}</p> : null}
        {note ? <p>{note}</p> : null}
        {state === 'REFUSED' ? <p>{t('registration.reason', { text: reason })}</p> : null}
      </div>
    </Entry>
  );
}

/** What the address of the person says of the organisation. */
function fitOf({ claims, email, mailFits: fits, website, actor, employer }: ShownRegistration): string {
  if (employer && mailFits(email, employer.website)) return 'registration.mailFitsEmployer';
  if (!(actor?.website || website)) return 'registration.noWebsite';
  if (!fits) return 'registration.mailFitsNot';
  return claims ? 'registration.mailFits' : 'registration.mailFitsSaid';
}
