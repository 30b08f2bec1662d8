import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentService } from '@knotenpunkt/agreements/api';
import { roundQuestionState } from '@knotenpunkt/agreements/domain';
import { invitationWords, proposalWords, type Initiative, type Partner } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion, MailQuestionState } from '@knotenpunkt/notices/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { INVITATION, PROPOSAL } from './initiative-outgoing';
import { InitiativeRepository } from './initiative.repository';
import { PartnershipService } from './partnership.service';
import { ProposalService } from './proposal.service';

interface About {
  initiative: Initiative;
  lead: string;
  actor: string;
}

function invitationState({ state }: Initiative, partner: Partner | undefined): MailQuestionState {
  if (partner?.state === 'ACCEPTED' || partner?.state === 'DECLINED') return 'ANSWERED';
  return partner?.state === 'INVITED' && (state === 'IDEA' || state === 'ACTIVE') ? 'OPEN' : 'ENDED';
}

/** Invitations and proposals as the page behind a link in a mail shows and answers them. */
@Injectable()
export class InitiativeQuestionKinds implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeRepository,
    private readonly partnerships: PartnershipService,
    private readonly proposals: ProposalService,
    private readonly consent: ConsentService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(INVITATION, this.invitation);
    this.kinds.register(PROPOSAL, this.proposal);
  }

  private readonly invitation: QuestionKind = {
    describe: async (region, question, language) => {
      const about = await this.find(region, question);
      if (!about) return null;
      const { initiative, lead, actor } = about;
      const partner = initiative.partners.find(({ actorId }) => actorId === question.actorId);
      return {
        ...invitationWords({ lead, actor, title: initiative.title, role: partner?.role ?? 'PARTNER' }, language),
        ...shown(about),
        state: invitationState(initiative, partner),
        text: [initiative.summary, initiative.description].filter(Boolean).join('\n\n'),
        answers: ['YES', 'NO', 'LATER'],
      };
    },
    answer: (viewer, region, { subjectId, actorId }, { answer }) =>
      answer === 'NO'
        ? this.partnerships.decline(viewer, region, { id: subjectId, actorId })
        : this.partnerships.accept(viewer, region, { id: subjectId, actorId }),
    closeOverdue: (region) => this.partnerships.closeUnanswered(region),
  };

  private readonly proposal: QuestionKind = {
    describe: async (region, question, language) => {
      const [about, round] = await Promise.all([
        this.find(region, question),
        this.consent.roundOf({ type: 'initiative', id: question.subjectId }),
      ]);
      if (!about || !round) return null;
      const { initiative, lead, actor } = about;
      const { actorId, subjectVersion: version } = question;
      return {
        ...proposalWords({ lead, actor, title: initiative.title }, { again: version > 1, language }),
        ...shown(about),
        state: initiative.state === 'PROPOSED' ? roundQuestionState(round, { actorId, version }) : 'ENDED',
        text: round.text,
        answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
      };
    },
    answer: (viewer, region, { subjectId: id, actorId, subjectVersion: version }, { answer, change }) =>
      this.proposals.answer(viewer, region, { id, actorId, version, answer, change }),
  };

  private find(region: Region, { subjectId, actorId }: MailQuestion): Promise<About | null> {
    return this.unitOfWork.run(async (tx) => {
      const initiative = await this.initiatives.find(tx, subjectId);
      if (!initiative || initiative.hidden) return null;
      const names = await this.initiatives.actorNames(tx, region.id, [initiative.leadId, actorId]);
      const nameOf = (id: Id) => names.get(id) ?? '';
      return { initiative, lead: nameOf(initiative.leadId), actor: nameOf(actorId) };
    });
  }
}

function shown({ initiative, lead, actor }: About): Pick<AskedQuestion, 'actorName' | 'asker' | 'title' | 'address'> {
  return { actorName: actor, asker: lead, title: initiative.title, address: `/vorhaben/${initiative.slug}` };
}
