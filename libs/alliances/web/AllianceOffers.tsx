import { useState } from 'react';
import { addDays } from '@knotenpunkt/kernel';
import { contributionInWords } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  showToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';
import { useRefusalWords } from './useRefusalWords';
import './alliances.css';

const UNDO = graphql(`
  mutation UndoAllianceOffer($input: UndoAllianceOfferInput!) {
    undoAllianceOffer(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Offer = ShownAlliance['offers'][number];

/** What members offer instead of what they were asked for, as far as it concerns the version that is asked about now. */
export function AllianceOffers({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const language = useLanguage();
  const [undoing, undo] = useState<Offer | null>(null);
  const { members } = alliance;
  const stands = ({ actorId, offered }: Offer) => {
    const member = members.find((each) => each.actorId === actorId && each.state !== 'DECLINED');
    return member !== undefined && contributionInWords(member, language) === contributionInWords(offered, language);
  };
  const shown =
    alliance.state === 'INVITING'
      ? alliance.offers.filter((offer) => offer.state === 'WAITING' || (offer.state === 'TAKEN' && stands(offer)))
      : [];
  const mayUndo = alliance.availableActions.includes('undoAllianceOffer');
  return (
    <>
      {shown.map((offer) => {
        const values = {
          actor: offer.actor?.name ?? '',
          former: contributionInWords(offer.former, language),
          offered: contributionInWords(offer.offered, language),
          version: offer.madeVersion ?? '',
        };
        return (
          <Notice key={offer.id} tone="due" title={t('page.offer.title', values)}>
            <div className="alliances-offer">
              <p>{t(offer.state === 'TAKEN' ? 'page.offer.taken' : 'page.offer.waiting', values)}</p>
              {mayUndo && offer.state === 'TAKEN' ? (
                <p>
                  <Button small onClick={() => undo(offer)}>
                    {t('page.offer.undo')}
                  </Button>
                </p>
              ) : null}
            </div>
          </Notice>
        );
      })}
      {undoing ? (
        <UndoDialog
          alliance={alliance}
          offer={undoing}
          onClose={() => undo(null)}
          onDone={() => {
            undo(null);
            onChange();
          }}
        />
      ) : null}
    </>
  );
}

const USUAL_DAYS = 14;

interface UndoDialogProps {
  alliance: ShownAlliance;
  offer: Offer;
  onClose: () => void;
  onDone: () => void;
}

function UndoDialog({ alliance, offer, onClose, onDone }: UndoDialogProps) {
  const t = useMessages('alliances');
  const language = useLanguage();
  const today = useToday();
  const words = useRefusalWords();
  const { send, busy, fault, stale } = useMutationAnswer(UNDO);
  const form = useForm({
    room: 'alliances',
    initial: { deadlineOn: addDays(today, USUAL_DAYS) },
    check: ({ deadlineOn }) => [deadlineOn >= today ? null : { code: 'DEADLINE_INVALID', field: 'deadlineOn' }],
  });
  const submit = form.submit(async ({ deadlineOn }) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, offerId: offer.id, deadlineOn } });
    if (answer.kind === 'refused') form.refuse(words(answer.refusal, ['deadlineOn']));
    if (answer.kind !== 'done') return;
    showToast({ text: t('page.offer.undone') });
    onDone();
  });
  const values = { actor: offer.actor?.name ?? '', former: contributionInWords(offer.former, language) };
  return (
    <Dialog
      open
      title={t('page.offer.undoTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.offer.undoSend')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.offer.undoText', values)}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <DateField label={t('page.offer.deadline')} min={today} {...form.field('deadlineOn')} />
      </Fields>
    </Dialog>
  );
}
