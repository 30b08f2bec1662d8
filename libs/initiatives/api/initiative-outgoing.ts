import { Injectable } from '@nestjs/common';
import { ActorRecipients } from '@knotenpunkt/actors/api';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { invitationWords, proposalWords, releaseWords, type Initiative, type PartnerRole } from '@knotenpunkt/initiatives/domain';
import { addDays, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { MailQuestionService } from '@knotenpunkt/notices/api';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';

/** What is between those involved, and no news of the region. */
const QUIET_VERBS = [
  'changed',
  'drafted',
  'invited',
  'invitationDeclined',
  'invitationUnanswered',
  'partnerRemoved',
  'proposed',
  'revised',
  'answered',
  'eventAdded',
  'eventCancelled',
];

export const INVITATION = 'initiative-invitation';
export const PROPOSAL = 'initiative-proposal';
export const RELEASE = 'initiative-release';

/** For how long a link in a mail leads to a draft. */
const RELEASE_DAYS = 30;

/** By id: the names of the organisations concerned. */
type Names = ReadonlyMap<Id, string>;

/** What a change of a Vorhaben tells others: the graph, the trail of acts, and by mail those who are asked. */
@Injectable()
export class InitiativeOutgoing {
  constructor(
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    private readonly recipients: ActorRecipients,
    private readonly questions: MailQuestionService,
  ) {}

  async tell(
    tx: Tx,
    viewer: Viewer,
    initiative: Initiative,
    verb: string,
    about: { actorId?: Id; otherActorId?: Id | null } = {},
  ): Promise<void> {
    const { id, regionId, title, slug, themes } = initiative;
    await this.outbox.append(tx, { aggregate: 'initiative', id, regionId });
    await this.acts.record(tx, {
      viewer,
      regionId,
      actorId: about.actorId ?? initiative.leadId,
      otherActorId: about.otherActorId ?? null,
      verb: `initiative.${verb}`,
      subject: { type: 'initiative', id, title, slug },
      themes,
      audience: QUIET_VERBS.includes(verb) || initiative.leadSinceOn === null ? 'COORDINATORS' : 'PUBLIC',
    });
  }

  tellEvent(tx: Tx, { id, regionId }: { id: Id; regionId: Id }): Promise<void> {
    return this.outbox.append(tx, { aggregate: 'event', id, regionId });
  }

  /** Invites one organisation to join. */
  async invite(
    tx: Tx,
    region: Region,
    {
      initiative,
      actorId,
      role,
      names,
      untilOn,
    }: { initiative: Initiative; actorId: Id; role: PartnerRole; names: Names; untilOn: LocalDate },
  ): Promise<void> {
    const about = { lead: names.get(initiative.leadId) ?? '', actor: names.get(actorId) ?? '', title: initiative.title, role };
    const recipients = await this.recipients.of(tx, region, actorId);
    const words = (language: Language) => invitationWords(about, language);
    await this.questions.ask(tx, region, { kind: INVITATION, subjectId: initiative.id, actorId, recipients, untilOn, words });
  }

  /** Puts a version of a proposal to everybody but the lead. */
  async propose(
    tx: Tx,
    region: Region,
    { initiative, version, names, untilOn }: { initiative: Initiative; version: number; names: Names; untilOn: LocalDate },
  ): Promise<void> {
    for (const { actorId } of initiative.partners) {
      const about = { lead: names.get(initiative.leadId) ?? '', actor: names.get(actorId) ?? '', title: initiative.title };
      const recipients = await this.recipients.of(tx, region, actorId);
      const words = (language: Language) => proposalWords(about, { again: version > 1, language });
      const asked = { kind: PROPOSAL, subjectId: initiative.id, actorId };
      await this.questions.ask(tx, region, { ...asked, subjectVersion: version, recipients, untilOn, words });
    }
  }

  /** Asks those who decide for the lead whether a draft may be read by everybody. */
  async askForRelease(tx: Tx, region: Region, { id, leadId, title }: Initiative, today: LocalDate): Promise<void> {
    const recipients = await this.recipients.of(tx, region, leadId);
    const words = (language: Language) => releaseWords({ title }, language);
    const asked = { kind: RELEASE, subjectId: id, actorId: leadId };
    await this.questions.ask(tx, region, { ...asked, recipients, untilOn: addDays(today, RELEASE_DAYS), words });
  }

  endRelease(tx: Tx, subjectId: Id, actorId: Id): Promise<void> {
    return this.questions.end(tx, { kind: RELEASE, subjectId, actorId });
  }

  /** An invitation was answered, taken back, or waits no more. */
  endInvitation(tx: Tx, subjectId: Id, actorId: Id): Promise<void> {
    return this.questions.end(tx, { kind: INVITATION, subjectId, actorId });
  }
}
